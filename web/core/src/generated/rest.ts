// Bodies of the HTTP interface under /api/v1 and of the HTTP transports.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Conversation } from './conversation.ts';
import type { AgentStatus, Id, Page, PageView, Person, Role, Time } from './types.ts';

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
  visitor?: string | undefined;
  page?: Page | undefined;
}

export interface WidgetInbox {
  key: string;
  name: string;
  workspace: string;
  greeting?: string | undefined;
  color?: string | undefined;
  position?: LauncherSide | undefined;
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
  agents: Person[];
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
  origins: string[];
  color?: string | undefined;
  greeting?: string | undefined;
}

export interface InboxChange {
  name?: string | undefined;
  origins?: string[] | undefined;
  color?: string | undefined;
  greeting?: string | undefined;
}

export interface Inbox {
  id: Id;
  key: string;
  name: string;
  origins: string[];
  color?: string | undefined;
  greeting?: string | undefined;
  created_at: Time;
}

export interface InboxList {
  inboxes: Inbox[];
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
  agents: Agent[];
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
  url?: string | undefined;
}

export interface InvitationList {
  invitations: Invitation[];
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
  email?: string | undefined;
  locale?: string | undefined;
  browser?: string | undefined;
  os?: string | undefined;
  device?: string | undefined;
  first_seen: Time;
  online: boolean;
  visits: number;
}

export interface ContactAnswer {
  contact: ContactProfile;
  page?: PageView | undefined;
  pages: PageView[];
  conversations: Conversation[];
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
  units: PollUnit[];
  next: number;
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string | undefined;
  reason: string;
  field?: string | undefined;
  retry_after_ms?: number | undefined;
}
