import type * as z from 'zod/mini'
import type { AttemptsRuleSchema, TieBreak } from '../../../content/domain/assessment-parts.ts'
import type { UnitTally } from '../../../content/domain/ranking.ts'
import { Store } from '../../sqlite/store.ts'
import { uuidBytes } from '../attempts/attempt-id.ts'
import { Counts, type Place } from './counts.ts'
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
  readonly #counts: Counts

  constructor(storage: DurableObjectStorage) {
    super(storage, BOARD_MIGRATIONS)
    this.#counts = new Counts(storage.sql)
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

  /** Notes a correction of a participant's result; false when this one or a later one was there before. */
  markCorrected(participant: string, correction: number): boolean {
    return (
      this.sql.exec(
        `INSERT INTO corrected VALUES (?, ?)
         ON CONFLICT DO UPDATE SET correction = excluded.correction WHERE excluded.correction > correction`,
        uuidBytes(participant),
        correction,
      ).rowsWritten > 0
    )
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

  #tally(entry: Entry, sign: 1 | -1): void {
    this.#counts.add(entry, sign)
    const { unit, score, seconds } = entry
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
    return this.#counts.total()
  }

  /** Rank of a score and tie value: one more than the people before it. */
  rank(place: Place): number {
    return this.#counts.rank(place)
  }

  /** Entries in the order of the standings, from the one after `offset` others. */
  page(offset: number, limit: number): Entry[] {
    const seat = this.#counts.seat(offset)
    if (seat === null) return []
    const { score, tie, skipped } = seat
    // Two queries that each go along the index: one with OR would read everybody.
    const equal = this.#entries('score = ? AND tie >= ?', [score, tie], limit, skipped)
    return [...equal, ...this.#entries('score < ?', [score], limit - equal.length, 0)]
  }

  #entries(where: string, bindings: readonly number[], limit: number, offset: number): Entry[] {
    return this.sql
      .exec<Entry>(
        `SELECT name, unit, score, tie, seconds, finished_at FROM entries WHERE ${where}
         ORDER BY score DESC, tie, finished_at, participant LIMIT ? OFFSET ?`,
        ...bindings,
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
