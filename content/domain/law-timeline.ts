import type { IsoDate } from './dates.ts'
import type { VersionStatus } from './law.ts'

/**
 * When each text of a law is in force, from dates alone. Validity is half-open: from the day a text takes effect (inclusive)
 * to the day the next one does, or the law is repealed (exclusive). Without zod, because browsers ask too.
 *
 * Nothing is in force by guess: a text without a day of effect never is, and where the source says that a text has ended but
 * not when, or a newer text of unknown day exists, no day is claimed for it.
 */

/** Where a text stands on a day: as `VersionStatus`, or without a known day of effect. */
export type TextStatus = VersionStatus | 'undated'

/** What is known of a text in time. */
export interface DatedText {
  /** Part of its address, see `statuteKey`. */
  readonly key: string
  readonly effectiveFrom?: IsoDate | undefined
  /** Day of publication, or else of adoption: the place of an undated text among the others. */
  readonly announcedOn?: IsoDate | undefined
  /** First day on which it is no longer in force because it was repealed. */
  readonly repealedOn?: IsoDate | undefined
  /** How it ended where the source states that without a day. */
  readonly ended?: 'superseded' | 'repealed' | undefined
  /** Its dates were checked by an editor, so that an undated text from elsewhere casts no doubt on it. */
  readonly checked?: boolean | undefined
}

/** A stretch of time in which a text has one status. */
export interface Phase {
  /** First day; `null` for the beginning of time. */
  readonly from: IsoDate | null
  readonly status: TextStatus
  /** The day that the status is owed to: of effect, past or to come, of the next text's effect, of repeal. `null`: not known. */
  readonly since: IsoDate | null
}

/** Day on which a text became known, as far as its dates tell. */
function announced({ announcedOn, effectiveFrom }: DatedText): string {
  return announcedOn ?? effectiveFrom ?? ''
}

/** The texts of a law from old to new; an undated one after those that were announced before it. */
export function inOrder<T extends DatedText>(texts: readonly T[]): T[] {
  const ordered = texts
    .filter(({ effectiveFrom }) => effectiveFrom !== undefined)
    .toSorted((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
  const undated = texts.filter(({ effectiveFrom }) => effectiveFrom === undefined)
  for (const text of undated.toSorted((a, b) => announced(a).localeCompare(announced(b)))) {
    const before = ordered.findLastIndex((other) => announced(other) <= announced(text))
    ordered.splice(before + 1, 0, text)
  }
  return ordered
}

/** The first day from which an undated text, announced after a text, may have taken its place. */
function doubtfulFrom(own: DatedText, from: IsoDate, texts: readonly DatedText[]): IsoDate | undefined {
  if (own.checked) return undefined
  return texts
    .filter((text) => text.effectiveFrom === undefined && announced(text) > announced(own))
    .map((text) => (announced(text) > from ? announced(text) : from))
    .toSorted()[0]
}

/**
 * The phases of a text, the earliest first; the last one has no end.
 *
 * @param texts all texts of the law
 * @example phasesOf([{ key: '2018-01-01', effectiveFrom: '2018-01-01' }, { key: '2024-01-01', effectiveFrom: '2024-01-01' }], '2018-01-01')
 * // [{ from: null, status: 'not-yet-in-force', since: '2018-01-01' }, { from: '2018-01-01', status: 'in-force', since: '2018-01-01' },
 * //  { from: '2024-01-01', status: 'superseded', since: '2024-01-01' }]
 * @throws {RangeError} when no text has the key
 */
export function phasesOf(texts: readonly DatedText[], key: string): Phase[] {
  const own = texts.find((text) => text.key === key)
  if (own === undefined) throw new RangeError(`no text ${key}`)
  const { effectiveFrom: from, repealedOn } = own
  if (from === undefined) return [{ from: null, status: 'undated', since: null }]
  if (repealedOn !== undefined && repealedOn <= from)
    return [
      { from: null, status: 'not-yet-in-force', since: from },
      { from: repealedOn, status: 'repealed', since: repealedOn },
    ]
  const next = texts.flatMap(({ effectiveFrom: day = '' }) => (day > from ? [day] : [])).toSorted()[0]
  const repealed = repealedOn !== undefined && (next === undefined || repealedOn <= next)
  const end = repealed ? repealedOn : next
  const doubtful = doubtfulFrom(own, from, texts)
  const phases: Phase[] = [{ from: null, status: 'not-yet-in-force', since: from }]
  const endedUnknown = end === undefined ? own.ended : undefined
  if (endedUnknown !== undefined && doubtful === undefined) {
    phases.push({ from, status: endedUnknown, since: null })
  } else {
    if (doubtful !== from) phases.push({ from, status: 'in-force', since: from })
    if (doubtful !== undefined && (end === undefined || doubtful < end))
      phases.push({ from: doubtful, status: endedUnknown ?? 'superseded', since: null })
  }
  if (end !== undefined) phases.push({ from: end, status: repealed ? 'repealed' : 'superseded', since: end })
  return phases
}

/** The phase of a list of phases that a day falls in. */
export function phaseOn(phases: readonly Phase[], day: IsoDate): Phase {
  const found = phases.findLast(({ from }) => from === null || from <= day)
  if (found === undefined) throw new RangeError(`no phase on ${day}`)
  return found
}

/** Where a text stands on a day. */
export function textStatus(texts: readonly DatedText[], key: string, day: IsoDate): Phase {
  return phaseOn(phasesOf(texts, key), day)
}

/** A time in which a text is in force: from a day (inclusive) to another (exclusive), or without end. */
export interface Period {
  readonly key: string
  readonly from: IsoDate
  readonly to: IsoDate | null
}

/** The times in which a text of a law is in force, in order. Days in no period: none is, or none is known to be. */
export function periodsOf(texts: readonly DatedText[]): Period[] {
  return inOrder(texts).flatMap(({ key }) => {
    const phases = phasesOf(texts, key)
    return phases.flatMap(({ from, status }, index) =>
      status === 'in-force' && from !== null ? [{ key, from, to: phases[index + 1]?.from ?? null }] : [],
    )
  })
}

/**
 * The text in force on a day, by its key.
 *
 * @param day ISO day in Beijing
 * @returns `null` when none is known to be in force
 */
export function keyInForce(periods: readonly Period[], day: IsoDate): string | null {
  return periods.find(({ from, to }) => from <= day && (to === null || day < to))?.key ?? null
}
