// The error of a JSON-RPC answer.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { ConversationStatus, Person } from './types';

/** Where the conversation stands now. */
export interface ConflictState {
  seq: number;
  status: ConversationStatus;
  assignee?: Person;
}

export interface ErrorDetail {
  reason: string;
  field?: string;
  retry_after_ms?: number;
  current?: ConflictState;
}

export interface ErrorObject {
  code: number;
  message: string;
  data: ErrorDetail;
}
