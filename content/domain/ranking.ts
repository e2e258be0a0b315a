import type { Assessment } from './assessment.ts'
import type { TieBreak, UnitRanking } from './assessment-parts.ts'
import type { Unit } from './unit.ts'

/**
 * Standings: people by score and tie-break, units and regions by participation or average.
 */

/** What of a result decides its place. */
export interface RankedResult {
  /** Marks; more is better. */
  readonly score: number
  readonly timeUsedSeconds: number
  /** Instant of the end in milliseconds since 1970. */
  readonly finishedAt: number
}

/** The number that breaks a tie between equal scores; less is better, equal means the rank is shared. */
export function tieValue(result: RankedResult, tieBreak: TieBreak): number {
  switch (tieBreak) {
    case 'time':
      return result.timeUsedSeconds
    case 'finish':
      return Math.floor(result.finishedAt / 1000)
    case 'none':
      return 0
  }
}

/**
 * Compares two results: negative when `a` stands before `b`, zero when they share a rank.
 *
 * @example compareEntries({ score: 90, … }, { score: 80, … }, 'time') < 0
 */
export function compareEntries(a: RankedResult, b: RankedResult, tieBreak: TieBreak): number {
  return b.score - a.score || tieValue(a, tieBreak) - tieValue(b, tieBreak)
}

/** Whether of a participant's results a newer one takes the place of the one that counted so far. */
export function takesPlaceOf(
  newer: RankedResult,
  older: RankedResult,
  counts: Assessment['attempts']['counts'],
  tieBreak: TieBreak,
): boolean {
  switch (counts) {
    case 'best':
      return compareEntries(newer, older, tieBreak) < 0
    case 'last':
      return newer.finishedAt > older.finishedAt
    case 'first':
      return newer.finishedAt < older.finishedAt
  }
}

/**
 * Gives ranks: equal entries share one, and the next rank counts everyone before it (1, 2, 2, 4).
 * Entries that share a rank keep the order in which they came.
 */
export function rankEntries<T extends RankedResult>(
  entries: readonly T[],
  tieBreak: TieBreak,
): (T & { rank: number })[] {
  const sorted = [...entries].sort((a, b) => compareEntries(a, b, tieBreak))
  let rank = 0
  return sorted.map((entry, index) => {
    const before = sorted[index - 1]
    if (before === undefined || compareEntries(before, entry, tieBreak) !== 0) rank = index + 1
    return { ...entry, rank }
  })
}

/** Sums over the people of one unit who have a result. */
export interface UnitTally {
  readonly unit: string
  readonly participants: number
  /** Sum of the scores that count. */
  readonly score: number
  /** Sum of the seconds that count. */
  readonly timeUsedSeconds: number
}

/** A line of the standings of units or regions. */
export interface UnitStanding {
  readonly rank: number
  readonly name: string
  /** Participation in percent, or average marks; see `UnitRanking`. */
  readonly score: number
  /** Average seconds per participant. */
  readonly timeUsedSeconds: number
  readonly participants: number
}

/**
 * Standings of units or of regions.
 *
 * Participation = participants ÷ max(head count, `atLeast`) in percent, at most 100; average = sum of scores ÷
 * max(participants, `atLeast`). The lower bound of the denominator is the small-unit rule. Groups without participants are
 * left out. Equal scores share a rank and stand in the order of the list of units.
 *
 * @param tallies one per unit that has participants; people without a unit are in none
 * @param groupBy `unit` for one line a unit, `region` for one line a region
 */
export function rankUnits(
  tallies: readonly UnitTally[],
  units: readonly Unit[],
  rule: UnitRanking,
  groupBy: 'unit' | 'region',
): UnitStanding[] {
  const byUnit = new Map(tallies.map((tally) => [tally.unit, tally]))
  const groups = new Map<
    string,
    { name: string; staff: number; participants: number; score: number; seconds: number }
  >()
  for (const unit of units) {
    const [id, name] = groupBy === 'unit' ? [unit.id, unit.name] : [unit.region, unit.region]
    const group = groups.get(id) ?? { name, staff: 0, participants: 0, score: 0, seconds: 0 }
    const tally = byUnit.get(unit.id)
    group.staff += unit.staff
    group.participants += tally?.participants ?? 0
    group.score += tally?.score ?? 0
    group.seconds += tally?.timeUsedSeconds ?? 0
    groups.set(id, group)
  }
  const lines = [...groups.values()]
    .filter((group) => group.participants > 0)
    .map((group) => ({
      name: group.name,
      participants: group.participants,
      score:
        rule.by === 'participation'
          ? Math.min(100, toTenths((100 * group.participants) / Math.max(group.staff, rule.atLeast)))
          : toTenths(group.score / Math.max(group.participants, rule.atLeast)),
      timeUsedSeconds: Math.round(group.seconds / group.participants),
      finishedAt: 0,
    }))
  return rankEntries(lines, 'none').map(({ finishedAt: _, ...line }) => line)
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10
}
