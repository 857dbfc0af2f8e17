// Hello, ready, heartbeat, goodbye.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { TopicPosition } from './topic';
import type { AgentStatus, Id, Page, Role, Time, Topic } from './types';

export type PrincipalKind = 'visitor' | 'agent';

export type Transport = 'websocket' | 'sse' | 'poll';

export type Reconnect = 'now' | 'later' | 'never';

export interface ClientName {
  name: string;
  version: string;
}

export interface ResumePoint {
  topic: Topic;
  epoch: string;
  seq: number;
}

/** Who this session speaks as. contact and inbox are a visitor's, role is an agent's. */
export interface Principal {
  kind: PrincipalKind;
  id: Id;
  name: string;
  role?: Role;
  contact?: Id;
  inbox?: Id;
  workspace: Id;
}

export interface SessionLimits {
  frame_bytes: number;
  text_chars: number;
  text_bytes: number;
  batch: number;
}

export interface SessionHelloParams {
  token?: string;
  client: ClientName;
  page?: Page;
  locale?: string;
  resume?: readonly ResumePoint[];
}

export interface SessionHelloResult {
  session: Id;
  principal: Principal;
  epoch: string;
  server_time: Time;
  limits: SessionLimits;
  features: readonly string[];
  topics: readonly TopicPosition[];
}

export type SessionEndParams = Record<string, never>;

export type HeartbeatParams = Record<string, never>;

export type AgentActiveParams = Record<string, never>;

export type Heartbeat = Record<string, never>;

export interface AgentStatusParams {
  status: AgentStatus;
}

export interface AgentStatusResult {
  status: AgentStatus;
}

export interface SessionReady {
  session: Id;
  transport: Transport;
}

export interface SessionClosing {
  code: number;
  reason: string;
  reconnect: Reconnect;
  after_ms?: number;
}
