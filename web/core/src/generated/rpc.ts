// The error of a JSON-RPC answer.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { ConversationStatus, Person } from './types.ts';

/** Where the conversation stands now. */
export interface ConflictState {
  seq: number;
  status: ConversationStatus;
  assignee?: Person | undefined;
}

export interface ErrorDetail {
  reason: string;
  field?: string | undefined;
  retry_after_ms?: number | undefined;
  current?: ConflictState | undefined;
}

export interface ErrorObject {
  code: number;
  message: string;
  data: ErrorDetail;
}
