// Who gets which conversation: teams, skills, agents, hours, and a dry run.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { AgentStatus, Attribute, Id, Person, Priority, Time } from './types';

/** automatic: offered to agents. pick: agents take from the queue. */
export type TeamMode = 'automatic' | 'pick';

export type Criterion = 'last_agent' | 'language' | 'preferred_skills' | 'least_busy' | 'round_robin';

export interface SkillLevel {
  skill: Id;
  level: number;
}

/** After so long, when so many wait before it, or outside of the team's hours. */
export interface OverflowSetup {
  to: Id;
  after_s?: number;
  beyond?: number;
  when_closed?: boolean;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** One that ends before it begins ends on the next day. */
export interface Span {
  from: number;
  to: number;
}

export interface WeeklySpan {
  day: Weekday;
  from: number;
  to: number;
}

/** Without spans: closed all day. */
export interface Holiday {
  date: string;
  name: string;
  spans: readonly Span[];
}

/** Without spans: closed all day. */
export interface HoursException {
  date: string;
  spans: readonly Span[];
}

export interface HoursSetup {
  zone: string;
  week: readonly WeeklySpan[];
  holidays: readonly Holiday[];
  exceptions: readonly HoursException[];
}

/** Without hours the team is always there. */
export interface TeamSetup {
  id: Id;
  name: string;
  mode: TeamMode;
  criteria: readonly Criterion[];
  ring_s: number;
  queue_limit?: number;
  overflow?: OverflowSetup;
  age_step_s: number;
  prefer_s: number;
  ways_out_s: number;
  place_kept_s: number;
  alert_s?: number;
  hours?: HoursSetup;
}

export interface SkillSetup {
  id: Id;
  name: string;
  language?: string;
}

export interface AgentSetup {
  agent: Id;
  capacity: number;
  teams: readonly Id[];
  skills: readonly SkillLevel[];
}

/** Without a team its visitors wait for the first one. A visitor who has been gone for resolve_gone_s does not come back, and their conversation is resolved; without it none ever is. */
export interface InboxSetup {
  inbox: Id;
  team?: Id;
  resolve_gone_s?: number;
}

/** Numbers, true and false are written as text; a range has two values, a choice any number. */
export interface ConditionClause {
  field: string;
  op: string;
  values: readonly string[];
}

export type Match = 'all' | 'any' | 'none';

export interface ConditionGroup {
  match: Match;
  clauses: readonly ConditionClause[];
}

export type RuleActionKind = 'team' | 'priority' | 'require_skill' | 'prefer_skill' | 'tag' | 'message';

/** Each kind has the field of its name; a skill has a level too. */
export interface RuleAction {
  kind: RuleActionKind;
  team?: Id;
  priority?: Priority;
  skill?: Id;
  level?: number;
  tag?: string;
  message?: string;
}

/** If all groups hold (without any: always), then all actions. stop: no rule after it is asked. */
export interface RuleSetup {
  name: string;
  when: readonly ConditionGroup[];
  then: readonly RuleAction[];
  stop: boolean;
}

/** All of it, replaced as a whole. An inbox that is not named sends its visitors to the first team. */
export interface RoutingSetup {
  teams: readonly TeamSetup[];
  skills: readonly SkillSetup[];
  agents: readonly AgentSetup[];
  rules?: readonly RuleSetup[];
  inboxes: readonly InboxSetup[];
}

/** version 0: nothing was set up yet. */
export interface VersionedSetup {
  version: number;
  setup: RoutingSetup;
}

/** What is wrong, in a stable word and for people, and where. */
export interface SetupFault {
  flaw: string;
  text: string;
  team?: Id;
  skill?: Id;
  agent?: Id;
  inbox?: Id;
  rule?: number;
  path?: string;
}

/** With faults nothing was saved. */
export interface SetupSaved {
  version: number;
  faults: readonly SetupFault[];
}

/** A conversation that somebody only thinks of, or one that waits. */
export interface DryRun {
  conversation?: Id;
  team?: Id;
  priority?: Priority;
  language?: string;
  inbox?: Id;
  message?: string;
  page_url?: string;
  page_title?: string;
  returning?: boolean;
  attributes?: readonly Attribute[];
  required?: readonly SkillLevel[];
  preferred?: readonly SkillLevel[];
}

export type RoutingOutcome =
  | 'offered'
  | 'waits'
  | 'waits_to_be_picked'
  | 'already_offered'
  | 'visitor_away'
  | 'team_unknown';

export type LeftOutReason =
  | 'not_in_team'
  | 'offline'
  | 'away'
  | 'busy'
  | 'lacks_skill'
  | 'has_passed'
  | 'has_offer'
  | 'no_room'
  | 'taken_by_one_ahead'
  | 'waits_for_preferred';

export interface LeftOut {
  agent: Person;
  reason: LeftOutReason;
  skill?: SkillLevel;
}

/** last_agent: 1 or 0. language: the level. preferred_skills: how many. least_busy: load in ten-thousandths of the capacity. round_robin: the last offer in ms since 1970, 0 for none. */
export interface Weighed {
  agent: Person;
  figure: number;
  stays: boolean;
}

export interface RoutingStep {
  criterion: Criterion;
  agents: readonly Weighed[];
}

/** Not reached: one before it said that no other is asked. */
export interface RuleStep {
  name: string;
  reached: boolean;
  held: boolean;
}

export interface Explanation {
  outcome: RoutingOutcome;
  team?: Person;
  agent?: Person;
  position: number;
  left_out: readonly LeftOut[];
  may_take: readonly Person[];
  steps: readonly RoutingStep[];
  rules: readonly RuleStep[];
  priority: Priority;
}

export type WaitBand = 'under_1_min' | 'about_2_min' | 'about_5_min' | 'over_10_min';

export type OfferState = 'ringing' | 'accepted' | 'passed' | 'expired' | 'withdrawn';

/** A chat that rings at one agent. from: the colleague who has it and asks; joins: to join them. */
export interface Offer {
  conversation: Id;
  agent: Person;
  state: OfferState;
  from?: Person;
  joins?: boolean;
  ring_ms: number;
  left_ms: number;
}

export interface QueueEntry {
  conversation: Id;
  team?: Id;
  position: number;
  priority: Priority;
  since: Time;
  estimate_s?: number;
}

export interface TeamFloor {
  id: Id;
  name: string;
  waiting: number;
  online: number;
  open: boolean;
  estimate_s?: number;
  error_percent?: number;
}

export interface AgentFloor {
  id: Id;
  name: string;
  status: AgentStatus;
  chats: number;
  capacity?: number;
  teams: readonly Id[];
  skills: readonly string[];
  longest_wait?: Time;
}

/** Its visitor has waited for this agent longer than the team allows; soon somebody else gets it. */
export interface SilenceAlert {
  conversation: Id;
  agent: Person;
  since: Time;
}

export interface OfferAnswerParams {
  conversation: Id;
  accept: boolean;
}

/** Position 0: it waits no more. Without a wait nobody can say how long. */
export interface QueuePositionSignal {
  position: number;
  wait?: WaitBand;
  team?: string;
  ways_out: boolean;
}
