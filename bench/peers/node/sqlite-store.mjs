// Messages in SQLite: WAL, synchronous=FULL, one transaction a message.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, seq INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS messages (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, sender TEXT NOT NULL,
    client_id TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (conversation, seq), UNIQUE (conversation, sender, client_id)) WITHOUT ROWID;
`;

export function openStore(folder) {
  const db = new Database(join(folder, 'chat.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(SCHEMA);

  const begin = db.prepare('INSERT OR IGNORE INTO conversations (id) VALUES (?)');
  const head = db.prepare('SELECT seq FROM conversations WHERE id = ?').pluck();
  const find = db.prepare(
    'SELECT id, seq, client_id AS clientId, at FROM messages WHERE conversation = ? AND sender = ? AND client_id = ?',
  );
  const next = db.prepare('UPDATE conversations SET seq = seq + 1 WHERE id = ? RETURNING seq').pluck();
  const insert = db.prepare(
    'INSERT INTO messages (conversation, seq, id, sender, client_id, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const since = db.prepare(
    'SELECT id, seq, client_id AS clientId, sender AS "from", text, at FROM messages WHERE conversation = ? AND seq > ? ORDER BY seq',
  );

  const append = db.transaction(({ conversation, sender, clientId, text }) => {
    const known = find.get(conversation, sender, clientId);
    if (known) return { ...known, isNew: false };
    const message = { id: randomUUID(), seq: next.get(conversation), clientId, at: Date.now() };
    insert.run(conversation, message.seq, message.id, sender, clientId, text, message.at);
    return { ...message, isNew: true };
  });

  return {
    begin(conversation) {
      begin.run(conversation);
      return head.get(conversation);
    },
    append: (message) => append.immediate(message),
    since: (conversation, seq) => since.all(conversation, seq),
  };
}
