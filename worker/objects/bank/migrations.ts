import { OUTBOX_TABLE } from '../../sqlite/outbox.ts'
import { SCHEDULE_TABLE } from '../../sqlite/schedule.ts'

/** Tables of `Bank`. Append only. */
export const BANK_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  -- Immutable versions; the id is the hash of the content.
  CREATE TABLE versions (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    reviewed INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    stored_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- A row a question keeps every row far below the 2 MB that a row may have.
  CREATE TABLE questions (
    version TEXT NOT NULL REFERENCES versions (id),
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (version, position)
  ) STRICT, WITHOUT ROWID;
  -- An assessment as it was pinned to a bank version; attempts refer to it for ever.
  CREATE TABLE releases (
    id TEXT PRIMARY KEY,
    assessment TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES versions (id),
    config TEXT NOT NULL,
    -- Ids of questions left out, because a contest or exam asks them (practice and drill only).
    excluded TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE assessments (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL REFERENCES versions (id),
    config TEXT NOT NULL,
    -- Comes with the release of the software, or was made at run time.
    shipped INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID
  `,
  `
  -- Whoever stored a version doesn't approve it. NULL: it came with the software, or was stored before this was noted.
  ALTER TABLE versions ADD COLUMN stored_by TEXT;
  ALTER TABLE versions ADD COLUMN approved_by TEXT;
  ALTER TABLE versions ADD COLUMN approved_at INTEGER;
  `,
  `
  -- Questions taken out of the marking of an assessment, and who has ordered it.
  CREATE TABLE annulments (
    assessment TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (assessment, question)
  ) STRICT, WITHOUT ROWID;
  ${SCHEDULE_TABLE};
  ${OUTBOX_TABLE}
  `,
]
