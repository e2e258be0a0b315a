import { beijingDay, type IsoDate } from '../domain/dates.ts'
import type { Deadline, UncountedDeadline } from '../domain/deadline.ts'
import { clockOf } from '../domain/decision.ts'
import { isPublished } from '../domain/publication.ts'
import { afterWorkingDays, UncoveredDayError, type WorkCalendar } from '../domain/working-days.ts'
import type { Content } from '../source/content.ts'

/** Everything in the content that a clock of working days runs for. */

/** What has a last day, and what has none that could be counted. */
export interface Deadlines {
  /** The earliest last day first. */
  readonly counted: readonly Deadline[]
  readonly uncounted: readonly UncountedDeadline[]
}

/**
 * All deadlines of the content, done ones included.
 *
 * @param preview content with drafts and pages to come, because a clock runs for them too
 * @param now milliseconds since 1970 UTC; what is to be published later counts as not done
 */
export function deadlinesOf(preview: Content, calendar: WorkCalendar, now: number): Deadlines {
  const today = beijingDay(now)
  const events = [...ofDocuments(preview, now), ...ofDecisions(preview)]
    .filter(({ startedOn }) => startedOn <= today)
    .map(({ doneOn, ...open }): Event => (doneOn !== undefined && doneOn <= today ? { ...open, doneOn } : open))
  const counted: Deadline[] = []
  const uncounted: UncountedDeadline[] = []
  for (const event of events) {
    try {
      const { workingDays } = preview.clocks.value.clocks[event.clock]
      counted.push({ ...event, dueOn: afterWorkingDays(calendar, event.startedOn, workingDays) })
    } catch (error) {
      if (!(error instanceof UncoveredDayError)) throw error
      uncounted.push({ ...event, unknownDay: error.day })
    }
  }
  return { counted: counted.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)), uncounted }
}

type Event = Omit<Deadline, 'dueOn'>

/** An event with the day on which what follows was done, if it was. */
interface Followed extends Omit<Event, 'doneOn'> {
  readonly doneOn: IsoDate | undefined
}

function ofDocuments({ documents, explainers }: Content, now: number): Followed[] {
  return documents.flatMap(({ value, source }) => {
    const about = { title: value.title, office: value.drafter, path: source.path }
    const published = isPublished(value, now)
    const events: Followed[] = []
    if (value.disclosure === '主动公开') {
      const doneOn = published ? value.publishedOn : undefined
      events.push({ clock: 'disclosure', ...about, startedOn: value.writtenOn, doneOn })
    }
    if (published && value.withoutExplainer === undefined) {
      const explainer = explainers.find(({ value: own }) => own.id === value.explainer)?.value
      const own = explainer !== undefined && isPublished(explainer, now) ? explainer.publishedOn : undefined
      const doneOn = value.explainedOn ?? own
      events.push({ clock: 'explainer', ...about, startedOn: value.publishedOn, doneOn })
    }
    return events
  })
}

function ofDecisions({ decisions }: Content): Followed[] {
  return decisions.flatMap(({ value, source }) =>
    value.decisions.map(({ kind, number, title, office, decidedOn, publishedOn }) => ({
      clock: clockOf(kind),
      title: `${title} ${number}`,
      office,
      path: source.path,
      startedOn: decidedOn,
      doneOn: publishedOn,
    })),
  )
}
