/** Tables of `Certificates`. Append only. */
export const CERTIFICATES_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE certificates (
    number TEXT PRIMARY KEY,
    -- UUIDs that the credential names; made for it alone, so that they lead to nothing else.
    credential TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    -- UUIDs of participant and attempt.
    participant TEXT NOT NULL,
    attempt TEXT NOT NULL,
    assessment TEXT NOT NULL,
    title TEXT NOT NULL,
    english_title TEXT NOT NULL,
    -- Masked: the full name is the roster's.
    name TEXT NOT NULL,
    -- As it was at the time of issue: who may revoke, and what people read.
    unit TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    passed_at INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    revoked_at INTEGER,
    -- Who did: a participant's UUID, operator, or rescoring, after which a new one may be issued.
    revoked_by TEXT,
    reason TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX certificates_of_participant ON certificates (participant, assessment)
    WHERE revoked_by IS NULL OR revoked_by <> 'rescoring';
  CREATE INDEX certificates_revoked ON certificates (revoked_at) WHERE revoked_at IS NOT NULL;
  -- Public halves of the keys that have signed, so that what they signed can be checked for ever.
  CREATE TABLE keys (
    kid TEXT PRIMARY KEY,
    x TEXT NOT NULL,
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID
  `,
]
