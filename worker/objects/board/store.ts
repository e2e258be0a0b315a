import type * as z from 'zod/mini'
import type { AttemptsRuleSchema, TieBreak } from '../../../content/domain/assessment.ts'
import type { UnitTally } from '../../../content/domain/ranking.ts'
import { Store } from '../../sqlite/store.ts'
import { uuidBytes } from '../attempts/attempt-id.ts'
import { BOARD_MIGRATIONS } from './migrations.ts'

/** What the board ranks by; fixed by the first delivery, since the counts depend on it. */
export interface BoardRules {
  readonly tieBreak: TieBreak
  readonly counts: z.output<typeof AttemptsRuleSchema>['counts']
}

/** The result of a participant that counts. */
export type Entry = {
  name: string
  unit: string | null
  /** Hundredths of a mark. */
  score: number
  tie: number
  seconds: number
  finished_at: number
}

/** All SQL of `Board`. */
export class BoardStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, BOARD_MIGRATIONS)
  }

  /** The rules of this board, which `first` becomes when there are none yet. */
  rules(first: BoardRules): BoardRules {
    this.sql.exec("INSERT OR IGNORE INTO settings VALUES ('tieBreak', ?), ('counts', ?)", first.tieBreak, first.counts)
    const rows = this.sql.exec<{ name: string; value: string }>('SELECT name, value FROM settings').toArray()
    const settings = new Map(rows.map(({ name, value }) => [name, value]))
    return {
      tieBreak: settings.get('tieBreak') as BoardRules['tieBreak'],
      counts: settings.get('counts') as BoardRules['counts'],
    }
  }

  /** Notes an attempt as counted; false when it was before. */
  markCounted(attempt: string): boolean {
    return this.sql.exec('INSERT OR IGNORE INTO counted VALUES (?)', uuidBytes(attempt)).rowsWritten > 0
  }

  entry(participant: string): Entry | null {
    return (
      this.sql
        .exec<Entry>(
          'SELECT name, unit, score, tie, seconds, finished_at FROM entries WHERE participant = ?',
          uuidBytes(participant),
        )
        .toArray()[0] ?? null
    )
  }

  /** Puts an entry in the place of `before`, and keeps all counts in step. */
  replace(participant: string, before: Entry | null, entry: Entry): void {
    if (before !== null) this.#tally(before, -1)
    this.#tally(entry, 1)
    this.sql.exec(
      'INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)',
      uuidBytes(participant),
      entry.name,
      entry.unit,
      entry.score,
      entry.tie,
      entry.seconds,
      entry.finished_at,
    )
  }

  #tally({ score, tie, unit, seconds }: Entry, sign: 1 | -1): void {
    this.sql.exec('INSERT INTO scores VALUES (?1, ?2) ON CONFLICT DO UPDATE SET people = people + ?2', score, sign)
    this.sql.exec(
      'INSERT INTO ties VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET people = people + ?3',
      score,
      tie,
      sign,
    )
    if (unit === null) return
    this.sql.exec(
      `INSERT INTO units VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET people = people + ?2, score = score + ?3, seconds = seconds + ?4`,
      unit,
      sign,
      sign * score,
      sign * seconds,
    )
  }

  /** Number of people with a result. */
  total(): number {
    return this.sql.exec<{ people: number }>('SELECT coalesce(sum(people), 0) AS people FROM scores').one().people
  }

  /** Rank of a score and tie value: one more than the people before it. */
  rank({ score, tie }: Pick<Entry, 'score' | 'tie'>): number {
    const { before } = this.sql
      .exec<{ before: number }>(
        `SELECT (SELECT coalesce(sum(people), 0) FROM scores WHERE score > ?1)
              + (SELECT coalesce(sum(people), 0) FROM ties WHERE score = ?1 AND tie < ?2) AS before`,
        score,
        tie,
      )
      .one()
    return before + 1
  }

  /** Entries in the order of the standings. */
  page(offset: number, limit: number): Entry[] {
    return this.sql
      .exec<Entry>(
        `SELECT name, unit, score, tie, seconds, finished_at FROM entries
         ORDER BY score DESC, tie, finished_at, participant LIMIT ? OFFSET ?`,
        limit,
        offset,
      )
      .toArray()
  }

  /** Sums of each unit, scores in marks. */
  unitTallies(): UnitTally[] {
    return this.sql
      .exec<{ unit: string; people: number; score: number; seconds: number }>(
        'SELECT unit, people, score, seconds FROM units WHERE people > 0',
      )
      .toArray()
      .map(({ unit, people, score, seconds }) => ({
        unit,
        participants: people,
        score: score / 100,
        timeUsedSeconds: seconds,
      }))
  }
}
