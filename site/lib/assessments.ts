import { type Assessment, assessmentPhase } from '../../content/domain/assessment.ts'
import { startOfBeijingDay } from '../../content/domain/dates.ts'
import { buildDay, content } from './content.ts'
import type { PageEntry } from './pages.ts'

function toEntry({ id, title, summary }: Assessment): PageEntry {
  return { title, summary, path: `/contests/${id}/` }
}

/** The entry of an assessment that a page names; none when it names none. */
export function assessmentEntry(id: string | undefined): PageEntry[] {
  return content.assessments.flatMap(({ value }) => (value.id === id ? [toEntry(value)] : []))
}

/** Contests that weren't over when the build's day began, in the order of lists. */
export function contestEntries(): PageEntry[] {
  return content.assessments
    .map(({ value }) => value)
    .filter(
      (assessment) =>
        assessment.kind === 'contest' && assessmentPhase(assessment, startOfBeijingDay(buildDay)) !== 'closed',
    )
    .toSorted((a, b) => a.order - b.order)
    .map(toEntry)
}
