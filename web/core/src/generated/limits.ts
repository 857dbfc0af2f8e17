// The limits of the protocol.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

export const limits = {
  /** A frame from a client. (bytes) */
  frameBytes: 65536,
  /** A frame from the server. (bytes) */
  serverFrameBytes: 262144,
  /** Messages in one batch. (messages) */
  batch: 32,
  /** Nesting of a frame. (levels) */
  frameDepth: 32,
  /** The text of a message or note. (code points) */
  textChars: 4000,
  /** The same in UTF-8. (bytes) */
  textBytes: 16384,
  /** The preview of the last message in a row. (code points) */
  previewChars: 120,
  /** The name of a person, inbox or workspace. (code points) */
  nameChars: 80,
  /** What an agent invites a visitor with. (code points) */
  invitationChars: 300,
  /** The key of a visitor's attribute. (code points) */
  attributeKeyChars: 40,
  /** Its value. (code points) */
  attributeValueChars: 300,
  /** A message that a rule sends. (code points) */
  ruleMessageChars: 1000,
  /** An e-mail address. (code points) */
  emailChars: 254,
  /** The address of a page. (code points) */
  urlChars: 2048,
  /** The title of a page. (code points) */
  titleChars: 300,
  /** A tag. (code points) */
  tagChars: 40,
  /** A label in a card, quick reply or form. (code points) */
  labelChars: 80,
  /** The comment of a rating. (code points) */
  commentChars: 1000,
  /** A token. (code points) */
  tokenChars: 4096,
  /** A new password, at least. (code points) */
  passwordCharsMin: 10,
  /** A password, at most. (code points) */
  passwordChars: 256,
  /** Topics that one hello may resume. (topics) */
  resumeTopics: 200,
  /** Events in the snapshot of a conversation. (events) */
  snapshotEvents: 50,
  /** Events in one page of history. (events) */
  pageEvents: 100,
  /** Events in a page of history when no limit is named. (events) */
  pageEventsDefault: 50,
  /** Rows in one page of a list. (rows) */
  pageRows: 200,
  /** Rows in a page of a list when no limit is named. (rows) */
  pageRowsDefault: 50,
  /** Conversations a visitor is told of at hello. (conversations) */
  visitorConversations: 20,
  /** The longest wait of a long-poll. (seconds) */
  pollWaitS: 25,
  /** A typing signal expires after this. (milliseconds) */
  typingMs: 6000,
  /** Quiet time after which the server sends a visitor a heartbeat. (milliseconds) */
  heartbeatVisitorMs: 25000,
  /** The same for an agent. (milliseconds) */
  heartbeatAgentMs: 15000,
  /** Silence after which a client gives the connection up. (milliseconds) */
  silenceClientMs: 60000,
  /** Silence after which the server counts an agent as gone. (milliseconds) */
  silenceAgentMs: 35000,
  /** The same for a visitor. (milliseconds) */
  silenceVisitorMs: 60000,
  /** Time to say hello. (milliseconds) */
  helloMs: 10000,
} as const;
