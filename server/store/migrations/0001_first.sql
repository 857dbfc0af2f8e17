-- The first schema. Ids are blobs of 16 bytes, times milliseconds since 1970. What a person wrote, and who they are, stands only in the
-- columns named `sealed` (AES-256-GCM, nonce first) under the key of `key_id`; README.md lists them.

-- One row each: `epoch`, `sealing`, `setup_token`.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE workspaces (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE inboxes (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  origins TEXT NOT NULL, -- one on each line
  color TEXT NOT NULL,
  greeting TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;
-- Looked up before the workspace is known, as are the addresses and hashes below.
CREATE UNIQUE INDEX inboxes_by_key ON inboxes (key);

CREATE TABLE users (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  role INTEGER NOT NULL,
  email_hash BLOB NOT NULL, -- keyed
  password_hash TEXT NOT NULL,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL, -- name, email
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX users_by_email ON users (email_hash);

CREATE TABLE credentials (
  hash BLOB PRIMARY KEY,
  kind INTEGER NOT NULL,
  workspace_id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  bulk INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX credentials_by_user ON credentials (workspace_id, user_id, expires_at);

CREATE TABLE invitations (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  hash BLOB NOT NULL,
  role INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL, -- email
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX invitations_by_hash ON invitations (hash);

CREATE TABLE contacts (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  inbox_id BLOB NOT NULL,
  visitor_id BLOB NOT NULL,
  token_hash BLOB,
  locale TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  version INTEGER NOT NULL,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL, -- name, email, user agent
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;

CREATE TABLE contact_pages (
  workspace_id BLOB NOT NULL,
  contact_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL, -- url, title
  PRIMARY KEY (workspace_id, contact_id, number)
) WITHOUT ROWID;

-- The state after the newest event.
CREATE TABLE conversations (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  inbox_id BLOB NOT NULL,
  contact_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  visitor_seq INTEGER NOT NULL,
  status INTEGER NOT NULL,
  assignee BLOB,
  lane INTEGER NOT NULL, -- 0 waiting, 1 answered, 2 resolved
  rank INTEGER NOT NULL, -- ascending within its lane
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  resolved_at INTEGER,
  snoozed_until INTEGER,
  waiting_since INTEGER,
  answered INTEGER NOT NULL,
  last_message_id BLOB,
  last_message_seq INTEGER,
  last_message_author INTEGER,
  last_message_at INTEGER,
  rating INTEGER,
  rating_comment BLOB,
  agents BLOB NOT NULL, -- their ids, one after another
  tags BLOB NOT NULL,
  reads BLOB NOT NULL,
  recent BLOB NOT NULL, -- seq and author kind of the newest messages
  preview_version INTEGER NOT NULL, -- the seq at which it was sealed
  key_id BLOB,
  sealed BLOB, -- preview
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;
CREATE INDEX conversations_all ON conversations (workspace_id, lane, rank, id, status, assignee);
CREATE INDEX conversations_mine ON conversations (workspace_id, assignee, lane, rank, id) WHERE lane < 2 AND assignee IS NOT NULL;
CREATE INDEX conversations_queue ON conversations (workspace_id, lane, rank, id) WHERE status = 1;
CREATE INDEX conversations_snoozed ON conversations (workspace_id, snoozed_until, id) WHERE status = 3;
CREATE INDEX conversations_of_contact ON conversations (workspace_id, contact_id, started_at, id);

-- Where the visitor was when the conversation started; apart, because it never changes while the row above does with each message.
CREATE TABLE conversation_starts (
  workspace_id BLOB NOT NULL,
  conversation_id BLOB NOT NULL,
  key_id BLOB NOT NULL,
  sealed BLOB NOT NULL, -- url, title
  PRIMARY KEY (workspace_id, conversation_id)
) WITHOUT ROWID;

-- Facts without a word of anybody's. `details` is packed by the type: event_row.cc.
CREATE TABLE events (
  workspace_id BLOB NOT NULL,
  conversation_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  visitor_prev INTEGER NOT NULL,
  visible INTEGER NOT NULL, -- to visitors
  at INTEGER NOT NULL,
  actor_kind INTEGER NOT NULL,
  actor_id BLOB NOT NULL,
  client_id BLOB,
  type INTEGER NOT NULL,
  content_id BLOB,
  details BLOB NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, seq)
) WITHOUT ROWID;

-- The newest version of each message, note and rating comment. Ids grow with time, so new rows land side by side. No `sealed`: a tombstone.
CREATE TABLE contents (
  workspace_id BLOB NOT NULL,
  id BLOB NOT NULL,
  conversation_id BLOB NOT NULL,
  kind INTEGER NOT NULL,
  author_kind INTEGER NOT NULL,
  author_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  key_id BLOB,
  sealed BLOB, -- body
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;

-- What each call was answered. `stream_id` is a conversation's or a contact's. The client id stands first because it grows with time.
CREATE TABLE requests (
  workspace_id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  stream_id BLOB NOT NULL,
  actor_kind INTEGER NOT NULL,
  actor_id BLOB NOT NULL,
  fingerprint BLOB NOT NULL,
  conversation_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  status INTEGER NOT NULL,
  at INTEGER NOT NULL,
  message_id BLOB,
  version INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, client_id, stream_id, actor_kind, actor_id)
) WITHOUT ROWID;
