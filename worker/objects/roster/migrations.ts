/** Tables of `Roster`. Append only. */
export const ROSTER_MIGRATIONS: readonly string[] = [
  `
  -- One line an import that was applied; the highest number is the version of the roster.
  CREATE TABLE versions (version INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL) STRICT;
  CREATE TABLE units (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT,
    region TEXT NOT NULL
  ) STRICT;
  CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    -- The participant's id everywhere else, so that no other object holds a staff number.
    uuid BLOB NOT NULL UNIQUE,
    -- The form in which two spellings are the same, and as it was written.
    staff_key TEXT NOT NULL UNIQUE,
    staff_number TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES units (id),
    post TEXT,
    -- JSON, with reason and approver.
    exemption TEXT,
    extra_time INTEGER NOT NULL DEFAULT 0,
    -- Counts the sign-ins; sessions of earlier ones are over.
    epoch INTEGER NOT NULL DEFAULT 0,
    left_at INTEGER
  ) STRICT;
  CREATE INDEX people_of_unit ON people (unit, id) WHERE left_at IS NULL;
  CREATE TABLE grants (
    person INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (person, role, unit)
  ) STRICT, WITHOUT ROWID;
  -- Hashes only. A person has one code at most.
  CREATE TABLE codes (
    hash BLOB PRIMARY KEY,
    person INTEGER NOT NULL UNIQUE REFERENCES people (id),
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  -- Not even a fault of ours may change what has been noted.
  CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is appended only'); END;
  CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is appended only'); END;
  `,
  `
  -- Accounts elsewhere that let a person in: an HMAC of the account's id, so that a stolen database names none.
  CREATE TABLE bindings (
    provider TEXT NOT NULL,
    subject BLOB NOT NULL,
    person INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (provider, subject),
    UNIQUE (provider, person)
  ) STRICT, WITHOUT ROWID;
  -- States of sign-ins that came back, until they would be refused for their age.
  CREATE TABLE used_states (state TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
