// Why something was refused, and why a connection was ended.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

export const errors = {
  parse_error: { code: -32700, http: 400, retry: 'no' },
  invalid_request: { code: -32600, http: 400, retry: 'no' },
  unknown_method: { code: -32601, http: 404, retry: 'no' },
  invalid_params: { code: -32602, http: 400, retry: 'no' },
  internal: { code: -32603, http: 500, retry: 'after' },
  not_signed_in: { code: -32000, http: 401, retry: 'no' },
  token_expired: { code: -32001, http: 401, retry: 'no' },
  token_invalid: { code: -32002, http: 401, retry: 'no' },
  bad_credentials: { code: -32003, http: 401, retry: 'no' },
  not_permitted: { code: -32004, http: 403, retry: 'no' },
  origin_not_allowed: { code: -32005, http: 403, retry: 'no' },
  not_found: { code: -32006, http: 404, retry: 'no' },
  conversation_unknown: { code: -32007, http: 404, retry: 'no' },
  message_unknown: { code: -32008, http: 404, retry: 'no' },
  session_unknown: { code: -32009, http: 404, retry: 'no' },
  inbox_unknown: { code: -32010, http: 404, retry: 'no' },
  conversation_resolved: { code: -32011, http: 409, retry: 'no' },
  conversation_not_open: { code: -32012, http: 409, retry: 'no' },
  conversation_not_resolved: { code: -32013, http: 409, retry: 'no' },
  already_assigned: { code: -32014, http: 409, retry: 'no' },
  already_rated: { code: -32015, http: 409, retry: 'no' },
  rating_closed: { code: -32016, http: 409, retry: 'no' },
  edit_closed: { code: -32017, http: 409, retry: 'no' },
  message_deleted: { code: -32018, http: 409, retry: 'no' },
  client_id_reused: { code: -32019, http: 409, retry: 'no' },
  conflict: { code: -32020, http: 409, retry: 'no' },
  too_large: { code: -32021, http: 413, retry: 'no' },
  rate_limited: { code: -32022, http: 429, retry: 'after' },
  try_later: { code: -32023, http: 503, retry: 'after' },
  hello_required: { code: -32024, http: 401, retry: 'no' },
  already_said_hello: { code: -32025, http: 409, retry: 'no' },
  slow_consumer: { code: -32026, http: 503, retry: 'yes' },
  shutting_down: { code: -32027, http: 503, retry: 'after' },
  bad_utf8: { code: -32028, http: 400, retry: 'no' },
  agent_unknown: { code: -32029, http: 404, retry: 'no' },
  inbox_exists: { code: -32030, http: 409, retry: 'no' },
  email_taken: { code: -32031, http: 409, retry: 'no' },
  setup_done: { code: -32032, http: 409, retry: 'no' },
  setup_token_invalid: { code: -32033, http: 403, retry: 'no' },
  invitation_invalid: { code: -32034, http: 403, retry: 'no' },
  method_not_allowed: { code: -32035, http: 405, retry: 'no' },
  unsupported_media_type: { code: -32036, http: 415, retry: 'no' },
  request_timeout: { code: -32037, http: 408, retry: 'yes' },
  storage_full: { code: -32038, http: 507, retry: 'after' },
  agent_full: { code: -32039, http: 409, retry: 'no' },
  team_unknown: { code: -32040, http: 404, retry: 'no' },
  offer_over: { code: -32041, http: 409, retry: 'no' },
} as const;

export type Reason = keyof typeof errors;

/** `no`: never as it is; `yes`: at once; `after`: when some time has passed. */
export type Retry = 'no' | 'yes' | 'after';

/** By the code of a WebSocket close. */
export const closeCodes = {
  4000: { reason: 'shutting_down', reconnect: 'now' },
  4001: { reason: 'slow_consumer', reconnect: 'now' },
  4002: { reason: 'heartbeat_timeout', reconnect: 'now' },
  4003: { reason: 'try_later', reconnect: 'later' },
  4004: { reason: 'replaced', reconnect: 'now' },
  4005: { reason: 'hello_timeout', reconnect: 'now' },
  4500: { reason: 'protocol_error', reconnect: 'never' },
  4501: { reason: 'token_invalid', reconnect: 'never' },
  4502: { reason: 'origin_not_allowed', reconnect: 'never' },
  4503: { reason: 'session_revoked', reconnect: 'never' },
  4504: { reason: 'too_large', reconnect: 'never' },
  4505: { reason: 'bad_utf8', reconnect: 'never' },
  4506: { reason: 'rate_limited', reconnect: 'never' },
} as const;
