// Bodies of the HTTP interface under /api/v1 and of the HTTP transports.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Conversation } from './conversation';
import type { AgentStatus, Attribute, Id, Page, PageView, Person, Role, Time } from './types';

export type LauncherSide = 'start' | 'end';

export interface VisitorCreate {
  inbox: string;
}

export interface VisitorCreated {
  visitor: Id;
  contact: Id;
  token: string;
}

export interface WidgetRequest {
  site: string;
  visitor?: string;
  page?: Page;
  dismissed?: Id;
}

/** An agent offers a chat; `conversation.start` that names it brings the visitor to them. */
export interface WidgetInvitation {
  id: Id;
  agent: Person;
  text: string;
}

export interface WidgetInbox {
  key: string;
  name: string;
  workspace: string;
  greeting?: string;
  color?: string;
  position?: LauncherSide;
}

export interface WidgetPanel {
  js: string;
}

export interface WidgetConfiguration {
  inbox: WidgetInbox;
  panel: WidgetPanel;
  unread: number;
  open: boolean;
  available: boolean;
  back_at?: Time;
  agents: readonly Person[];
  visit?: Id;
  invitation?: WidgetInvitation;
}

export interface SignIn {
  email: string;
  password: string;
}

export interface SignedInUser {
  id: Id;
  name: string;
  email: string;
  role: Role;
}

export interface Workspace {
  id: Id;
  name: string;
}

export interface SignedIn {
  user: SignedInUser;
  workspace: Workspace;
}

export interface SetupState {
  needed: boolean;
}

export interface InboxCreate {
  name: string;
  origins: readonly string[];
  color?: string;
  greeting?: string;
}

export interface InboxChange {
  name?: string;
  origins?: readonly string[];
  color?: string;
  greeting?: string;
}

export interface Inbox {
  id: Id;
  key: string;
  name: string;
  origins: readonly string[];
  color?: string;
  greeting?: string;
  created_at: Time;
}

export interface InboxList {
  inboxes: readonly Inbox[];
}

export interface Setup {
  token: string;
  workspace: string;
  name: string;
  email: string;
  password: string;
  inbox: InboxCreate;
}

export interface SetupDone {
  user: SignedInUser;
  workspace: Workspace;
  inbox: Inbox;
}

export interface Agent {
  id: Id;
  name: string;
  email: string;
  role: Role;
  status: AgentStatus;
}

export interface AgentList {
  agents: readonly Agent[];
}

export interface InvitationCreate {
  email: string;
  role: Role;
}

/** url is shown once, in the answer that made it. */
export interface Invitation {
  id: Id;
  email: string;
  role: Role;
  expires_at: Time;
  url?: string;
}

export interface InvitationList {
  invitations: readonly Invitation[];
}

export interface InvitationCheck {
  token: string;
}

export interface InvitationChecked {
  email: string;
  workspace: string;
}

export interface InvitationAccept {
  token: string;
  name: string;
  password: string;
}

export interface ContactProfile {
  id: Id;
  name: string;
  email?: string;
  locale?: string;
  browser?: string;
  os?: string;
  device?: string;
  first_seen: Time;
  attributes?: readonly Attribute[];
  online: boolean;
  visits: number;
}

export interface ContactAnswer {
  contact: ContactProfile;
  page?: PageView;
  pages: readonly PageView[];
  conversations: readonly Conversation[];
}

export interface PollRequest {
  after: number;
  wait_s: number;
}

export interface PollUnit {
  n: number;
  message: unknown;
}

export interface PollAnswer {
  units: readonly PollUnit[];
  next: number;
}

/** A request as it arrived at the server: nothing but what its sender and the proxies on its way made of it. */
export interface DoctorArrival {
  http_version: string;
  body_bytes: number;
  host?: string;
  origin?: string;
  upgrade?: string;
  connection?: string;
  websocket_protocol?: string;
  forwarded: boolean;
  proxy_trusted: boolean;
  public_url: string;
}

/** What arrived under a probe's id. */
export interface DoctorProbe {
  arrivals: readonly DoctorArrival[];
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  reason: string;
  field?: string;
  retry_after_ms?: number;
}
