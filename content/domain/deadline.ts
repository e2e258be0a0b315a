import type { ClockId } from './clock.ts'
import type { IsoDate } from './dates.ts'
import { type WorkCalendar, workingDaysLeft } from './working-days.ts'

/** What is due by a clock of working days, and where it stands on a day. */

/** One thing that a clock runs for. */
export interface Deadline {
  readonly clock: ClockId
  /** What it is about: title of the document, or of the decision. */
  readonly title: string
  /** Who has to do it. */
  readonly office: string
  /** File in which it stands, `content/documents/…`. */
  readonly path: string
  /** Day of the event, which isn't counted. */
  readonly startedOn: IsoDate
  /** Last day on which it is in time. */
  readonly dueOn: IsoDate
  /** Day on which it was done. */
  readonly doneOn?: IsoDate
}

/** A deadline whose last day can't be counted, because the calendar doesn't know a day on the way. */
export interface UncountedDeadline extends Omit<Deadline, 'dueOn'> {
  /** The first day that isn't known. */
  readonly unknownDay: IsoDate
}

/** Where a deadline stands, in the order of lists: `late` isn't done and past its day, `soon` is due within the days asked about. */
export const DEADLINE_STATES = ['late', 'soon', 'open', 'done-late', 'done'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/**
 * Computes where a deadline stands on a day. It is late from the day after `dueOn`, and done late when done after it.
 *
 * @param within so many working days ahead count as soon
 */
export function deadlineState(
  { dueOn, doneOn }: Pick<Deadline, 'dueOn' | 'doneOn'>,
  today: IsoDate,
  calendar: WorkCalendar,
  within: number,
): DeadlineState {
  if (doneOn !== undefined) return doneOn <= dueOn ? 'done' : 'done-late'
  if (today > dueOn) return 'late'
  // Days up to `dueOn` are known, or it could not have been counted.
  return workingDaysLeft(calendar, today, dueOn) <= within ? 'soon' : 'open'
}
