import { SCHEDULE_TABLE } from '../../sqlite/schedule.ts'

/** Tables of `Reports`. Append only. */
export const REPORTS_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE reports (
    -- Never used again, so that an id that an editor wrote down means one report for ever.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    page TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    quote TEXT,
    text TEXT NOT NULL,
    published_on TEXT,
    at INTEGER NOT NULL,
    -- How often it came in with the same words; each time has a receipt.
    times INTEGER NOT NULL DEFAULT 1,
    decision TEXT,
    answer TEXT,
    answered_at INTEGER
  ) STRICT;
  CREATE INDEX reports_open ON reports (id) WHERE answered_at IS NULL;
  CREATE INDEX reports_open_of_page ON reports (page, times) WHERE answered_at IS NULL;
  CREATE INDEX reports_answered ON reports (answered_at) WHERE answered_at IS NOT NULL;
  CREATE TABLE receipts (
    receipt TEXT PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (id),
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX receipts_of_report ON receipts (report);
  ${SCHEDULE_TABLE}
  `,
]
