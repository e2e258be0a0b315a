import { beijingDay } from '../../content/domain/beijing-day.ts'
import { contains, parseSpans } from './days.ts'

/** Shows the notices of changes in the law that hold on the day of reading, and hides the others. */
export function showNoticesOfToday(): void {
  const today = beijingDay(Date.now())
  for (const notice of document.querySelectorAll<HTMLElement>('[data-law-notice]')) {
    notice.hidden = !parseSpans(notice.dataset.lawNotice ?? '').some((span) => contains(span, today))
  }
}
