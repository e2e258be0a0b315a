/** Two places for a generation each: one answers while the other is loaded. */
const SLOTS = [0, 1] as const

/** Tables of a place. Emptying them is dropping and making them again, which FTS5 does at once. */
export function slotTables(slot: number): string {
  return `
  CREATE TABLE texts_${slot} (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    level TEXT,
    law TEXT,
    -- First and last passage.
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    -- A LibraryText as JSON.
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX texts_of_law_${slot} ON texts_${slot} (law);
  CREATE TABLE passages_${slot} (
    id INTEGER PRIMARY KEY,
    text INTEGER NOT NULL,
    article TEXT,
    anchor TEXT NOT NULL,
    headings TEXT NOT NULL,
    body TEXT NOT NULL,
    -- Number of its terms.
    terms INTEGER NOT NULL
  ) STRICT;
  -- The terms come cut, with spaces between them, and everything beyond ASCII belongs to a term. The texts are in the passages.
  CREATE VIRTUAL TABLE terms_${slot} USING fts5(terms, content = '', tokenize = 'ascii');
  CREATE VIRTUAL TABLE vocabulary_${slot} USING fts5vocab(terms_${slot}, row);
  `
}

/** The tables of `Library`. Append only. */
export const LIBRARY_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE generations (
    slot INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    -- 1: it answers.
    ready INTEGER NOT NULL,
    -- A LibraryHeader as JSON.
    header TEXT NOT NULL
  ) STRICT;
  ${SLOTS.map(slotTables).join('')}
  `,
]
