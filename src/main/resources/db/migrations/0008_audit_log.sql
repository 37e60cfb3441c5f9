-- What was done, by whom and from where, in order. Only an address is ever changed: it is forgotten
-- after a while.
-- act: a word of the class AuditAct.
-- script_id: as it was called; the log outlives what it tells of. Null where it is about none.
-- actor: empty where nobody was named.
-- address: null for what was done on the command line, and where it was forgotten.
-- salts: of actor, address and thing, see the class CommitmentSalts.
-- entry_hash: over this entry and the hash of the one before.
CREATE TABLE audit_log (
  entry_number INTEGER PRIMARY KEY,
  happened_at BIGINT NOT NULL,
  act TEXT NOT NULL,
  script_id TEXT,
  version_number INTEGER,
  actor TEXT NOT NULL,
  address TEXT,
  thing TEXT NOT NULL,
  salts BLOB NOT NULL,
  entry_hash BLOB NOT NULL
);

-- The last entry, so that taking away the end is noticed; no row before the first entry.
CREATE TABLE audit_log_end (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entry_number INTEGER NOT NULL,
  entry_hash BLOB NOT NULL
);

CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'entries of the audit log are never removed');
END;

CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE OF
  entry_number, happened_at, act, script_id, version_number, actor, thing, entry_hash ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'entries of the audit log are never changed');
END;
