// Messages in PostgreSQL with its defaults (fsync, synchronous_commit): one statement, and so one commit, a message.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS conversations (id text PRIMARY KEY, seq bigint NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS messages (
    conversation text NOT NULL, seq bigint NOT NULL, id uuid NOT NULL, sender text NOT NULL,
    client_id text NOT NULL, text text NOT NULL, at bigint NOT NULL,
    PRIMARY KEY (conversation, seq), UNIQUE (conversation, sender, client_id));
`;
const UNIQUE_VIOLATION = '23505';

const append = {
  name: 'append',
  text: `WITH next AS (UPDATE conversations SET seq = seq + 1 WHERE id = $1 RETURNING seq)
         INSERT INTO messages (conversation, seq, id, sender, client_id, text, at)
         SELECT $1, next.seq, $2, $3, $4, $5, $6 FROM next RETURNING seq`,
};
const find = {
  name: 'find',
  text: 'SELECT id, seq, client_id AS "clientId", at FROM messages WHERE conversation = $1 AND sender = $2 AND client_id = $3',
};

export async function openStore(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 20 });
  await pool.query(SCHEMA);
  const numbers = (row) => ({ ...row, seq: Number(row.seq), at: Number(row.at) });

  return {
    async begin(conversation) {
      await pool.query('INSERT INTO conversations (id) VALUES ($1) ON CONFLICT DO NOTHING', [conversation]);
      const { rows } = await pool.query('SELECT seq FROM conversations WHERE id = $1', [conversation]);
      return Number(rows[0].seq);
    },

    async append({ conversation, sender, clientId, text }) {
      const id = randomUUID();
      const at = Date.now();
      try {
        const { rows } = await pool.query({ ...append, values: [conversation, id, sender, clientId, text, at] });
        return { id, seq: Number(rows[0].seq), clientId, at, isNew: true };
      } catch (error) {
        if (error.code !== UNIQUE_VIOLATION) throw error;
        const { rows } = await pool.query({ ...find, values: [conversation, sender, clientId] });
        return { ...numbers(rows[0]), isNew: false };
      }
    },

    async since(conversation, seq) {
      const { rows } = await pool.query(
        'SELECT id, seq, client_id AS "clientId", sender AS "from", text, at FROM messages WHERE conversation = $1 AND seq > $2 ORDER BY seq',
        [conversation, seq],
      );
      return rows.map(numbers);
    },
  };
}
