-- Who gets which conversation. `place` is packed by conversation_row.cc: team, priority, skills; NULL: in nobody's queue in particular.
ALTER TABLE conversations ADD COLUMN place BLOB;

-- Teams, skills, agents and rules of a workspace, as one document that is checked, changed and replaced as a whole. Configuration: in the clear.
CREATE TABLE routing_setups (
  workspace_id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  document TEXT NOT NULL
) WITHOUT ROWID;
