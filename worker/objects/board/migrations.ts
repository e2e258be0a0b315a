/** Tables of `Board`: a projection that can be rebuilt from the shards. Append only. */
export const BOARD_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  -- Attempts that have been counted, so that a second delivery changes nothing.
  CREATE TABLE counted (attempt BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
  -- The result of each participant that counts. Scores in hundredths of a mark.
  CREATE TABLE entries (
    participant BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT,
    score INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entries_in_order ON entries (score DESC, tie, finished_at, participant);
  -- How many entries have a score, and a score and tie value: ranks are sums over these, not over people.
  CREATE TABLE scores (score INTEGER PRIMARY KEY, people INTEGER NOT NULL) STRICT;
  CREATE TABLE ties (score INTEGER, tie INTEGER, people INTEGER NOT NULL, PRIMARY KEY (score, tie)) STRICT, WITHOUT ROWID;
  CREATE TABLE units (unit TEXT PRIMARY KEY, people INTEGER NOT NULL, score INTEGER NOT NULL, seconds INTEGER NOT NULL) STRICT, WITHOUT ROWID
  `,
  `
  -- Counts in buckets of buckets, 256 below each; see \`counts.ts\`.
  ALTER TABLE scores RENAME TO plain_scores;
  ALTER TABLE ties RENAME TO plain_ties;
  CREATE TABLE scores (
    level INTEGER NOT NULL,
    node INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (level, node)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ties (
    score INTEGER NOT NULL,
    level INTEGER NOT NULL,
    node INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (score, level, node)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO scores SELECT l.value, score >> 8 * l.value, sum(people)
    FROM plain_scores, json_each('[0,1,2]') AS l WHERE people > 0 GROUP BY 1, 2;
  INSERT INTO ties SELECT score, l.value, tie >> 8 * l.value, sum(people)
    FROM plain_ties, json_each('[0,1,2,3]') AS l WHERE people > 0 GROUP BY 1, 2, 3;
  DROP TABLE plain_scores;
  DROP TABLE plain_ties;
  `,
  `
  -- The newest correction of a participant's result, so that an earlier one that comes late changes nothing.
  CREATE TABLE corrected (participant BLOB PRIMARY KEY, correction INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
