import { type Deadlines, deadlinesOf } from '../../content/deadlines/collect.ts'
import { beijingDay } from '../../content/domain/dates.ts'
import { DEADLINE_STATES, type Deadline, type DeadlineState, deadlineState } from '../../content/domain/deadline.ts'
import { readWorkCalendar } from '../../content/source/work-calendar.ts'
import { content } from './content.ts'

/** What the clocks of working days say now, for the desk of the preview. */
export interface DeadlineOverview {
  readonly today: string
  /** States that any deadline is in, in the order of lists, with those deadlines. */
  readonly states: readonly (readonly [state: DeadlineState, deadlines: readonly Deadline[]])[]
  /** Not done, with a last day that can't be counted. */
  readonly uncounted: Deadlines['uncounted']
}

/**
 * @param now milliseconds since 1970 UTC
 */
export function deadlineOverview(now: number): DeadlineOverview {
  const today = beijingDay(now)
  const calendar = readWorkCalendar()
  const { remindWorkingDays } = content.clocks.value
  const { counted, uncounted } = deadlinesOf(content, calendar, now)
  const by = Map.groupBy(counted, (own) => deadlineState(own, today, calendar, remindWorkingDays))
  return {
    today,
    states: DEADLINE_STATES.flatMap((state) => {
      const own = by.get(state)
      return own === undefined ? [] : [[state, own] as const]
    }),
    uncounted: uncounted.filter(({ doneOn }) => doneOn === undefined),
  }
}
