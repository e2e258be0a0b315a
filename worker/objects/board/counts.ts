/**
 * How many results have which score and which tie value, in buckets of buckets: 256 nodes lie below each node of the level
 * above. A rank is a sum over fewer than 256 rows a level, whether a hundred people have a result or a million.
 */

/** Bits that a level's node leaves out of the one below it. */
const BITS = 8
const FAN = 2 ** BITS
/** Levels of scores: hundredths of a mark below 2²⁴ stand below one top level of 256; more only make that longer. */
const SCORE_LEVELS = 3
/** Levels of tie values: seconds, or the second of the finish. */
const TIE_LEVELS = 4

/** Where a result stands: scores in hundredths of a mark, of equal ones the smaller tie value first. */
export interface Place {
  readonly score: number
  readonly tie: number
}

/** A place, and how many of those who share it come before. */
export interface Seat extends Place {
  readonly skipped: number
}

function nodeAt(value: number, level: number): number {
  return Math.floor(value / FAN ** level)
}

function levels(count: number): number[] {
  return Array.from({ length: count }, (_, level) => level)
}

/** Nodes of a level that have the parent of `node`: the first, and the last. The top level has no parent. */
function siblings(node: number, level: number, count: number): [number, number] {
  if (level === count - 1) return [0, Number.MAX_SAFE_INTEGER]
  const first = nodeAt(node, 1) * FAN
  return [first, first + FAN - 1]
}

function sum(table: string, where: string): string {
  return `(SELECT coalesce(sum(people), 0) FROM ${table} WHERE ${where})`
}

const TOTAL = `SELECT ${sum('scores', `level = ${SCORE_LEVELS - 1}`)} AS people`
const BEFORE = `SELECT ${[
  ...levels(SCORE_LEVELS).map((level) => sum('scores', `level = ${level} AND node > ? AND node <= ?`)),
  ...levels(TIE_LEVELS).map((level) => sum('ties', `score = ? AND level = ${level} AND node >= ? AND node < ?`)),
].join(' + ')} AS people`

const ADD_SCORE = `INSERT INTO scores (level, node, people) VALUES ${levels(SCORE_LEVELS).map(() => '(?, ?, ?)')}
  ON CONFLICT DO UPDATE SET people = people + excluded.people`
const ADD_TIE = `INSERT INTO ties (score, level, node, people) VALUES ${levels(TIE_LEVELS).map(() => '(?, ?, ?, ?)')}
  ON CONFLICT DO UPDATE SET people = people + excluded.people`

/** The counts of a board, in its tables `scores` and `ties`. */
export class Counts {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Adds a result to the counts, or with −1 takes one away. */
  add({ score, tie }: Place, sign: 1 | -1): void {
    this.#sql.exec(ADD_SCORE, ...levels(SCORE_LEVELS).flatMap((level) => [level, nodeAt(score, level), sign]))
    this.#sql.exec(ADD_TIE, ...levels(TIE_LEVELS).flatMap((level) => [score, level, nodeAt(tie, level), sign]))
  }

  /** Number of results. */
  total(): number {
    return this.#people(TOTAL)
  }

  /** Rank of a place: one more than the people before it. */
  rank({ score, tie }: Place): number {
    const better = levels(SCORE_LEVELS).flatMap((level) => {
      const node = nodeAt(score, level)
      return [node, siblings(node, level, SCORE_LEVELS)[1]]
    })
    const sooner = levels(TIE_LEVELS).flatMap((level) => {
      const node = nodeAt(tie, level)
      return [score, siblings(node, level, TIE_LEVELS)[0], node]
    })
    return 1 + this.#people(BEFORE, ...better, ...sooner)
  }

  /** Who stands after `offset` others; `null` when nobody does. */
  seat(offset: number): Seat | null {
    const better = this.#descend('scores', SCORE_LEVELS, 'DESC', offset)
    if (better === null) return null
    const sooner = this.#descend('ties', TIE_LEVELS, 'ASC', better.left, better.node)
    return sooner === null ? null : { score: better.node, tie: sooner.node, skipped: sooner.left }
  }

  /** The node of level 0 in which the result after `offset` others lies, and how many of those others lie in it. */
  #descend(
    table: 'scores' | 'ties',
    count: number,
    order: 'ASC' | 'DESC',
    offset: number,
    score?: number,
  ): { node: number; left: number } | null {
    let [left, from, to] = [offset, 0, Number.MAX_SAFE_INTEGER]
    for (let level = count - 1; level >= 0; level -= 1) {
      const rows = this.#sql.exec<{ node: number; people: number }>(
        `SELECT node, people FROM ${table}
         WHERE ${score === undefined ? '' : 'score = ? AND '}level = ? AND node BETWEEN ? AND ? AND people > 0 ORDER BY node ${order}`,
        ...(score === undefined ? [] : [score]),
        level,
        from,
        to,
      )
      let found: number | null = null
      for (const { node, people } of rows) {
        if (left < people) {
          found = node
          break
        }
        left -= people
      }
      if (found === null) return null
      if (level === 0) return { node: found, left }
      from = found * FAN
      to = from + FAN - 1
    }
    return null
  }

  #people(query: string, ...bindings: readonly number[]): number {
    return this.#sql.exec<{ people: number }>(query, ...bindings).one().people
  }
}
