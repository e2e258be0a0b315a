import { OUTBOX_TABLE } from '../../sqlite/outbox.ts'
import { SCHEDULE_TABLE } from '../../sqlite/schedule.ts'

/** Tables of `Attempts`. Append only. */
export const ATTEMPTS_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE participants (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    nickname TEXT NOT NULL,
    unit TEXT
  ) STRICT;
  -- Releases that attempts here refer to, so that each row holds a small number instead of a hash.
  CREATE TABLE releases (
    id INTEGER PRIMARY KEY,
    release TEXT NOT NULL UNIQUE,
    assessment TEXT NOT NULL
  ) STRICT;
  -- The paper isn't stored: seed and release give it back at any time.
  CREATE TABLE attempts (
    -- UUID version 7: new rows come last, so that pages fill up.
    id BLOB PRIMARY KEY,
    participant INTEGER NOT NULL REFERENCES participants (id),
    release INTEGER NOT NULL REFERENCES releases (id),
    seed BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    deadline INTEGER,
    -- When the server hands the attempt in: the deadline plus grace.
    cut_off INTEGER,
    seq INTEGER NOT NULL DEFAULT 0,
    sheet TEXT,
    -- 0 in progress, 1 submitted, 2 expired
    state INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    -- Hundredths of a mark.
    score INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attempts_of_participant ON attempts (participant, release);
  CREATE INDEX attempts_to_end ON attempts (cut_off) WHERE state = 0 AND cut_off IS NOT NULL;
  ${SCHEDULE_TABLE};
  ${OUTBOX_TABLE}
  `,
  `
  -- The newest sign-in that is known of a person of the roster; requests of an older one are refused. 0: a guest.
  ALTER TABLE participants ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Questions taken out of the marking.
  CREATE TABLE annulments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- Row of the last participant whose attempts have been marked anew; NULL: all have.
    after INTEGER DEFAULT 0,
    UNIQUE (assessment, question)
  ) STRICT;
  CREATE INDEX annulments_open ON annulments (id) WHERE after IS NOT NULL;
  -- Hundredths of a mark that an attempt had before and after an annulment; never changed.
  CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt BLOB NOT NULL REFERENCES attempts (id),
    annulment INTEGER NOT NULL REFERENCES annulments (id),
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    UNIQUE (attempt, annulment)
  ) STRICT;
  CREATE INDEX corrections_of_annulment ON corrections (annulment);
  -- The newest annulment that the score takes account of.
  ALTER TABLE attempts ADD COLUMN annulment INTEGER NOT NULL DEFAULT 0;
  `,
]
