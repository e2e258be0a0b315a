import { beijingDay } from '../../content/domain/beijing-day.ts'
import { sayDay, showDay } from '../display/today.ts'
import { askedText, parseSpans } from './days.ts'

/**
 * Pages of laws on the day they are read: a law takes effect at midnight in Beijing without a build.
 */

/** Leads to the text of the day that the address asks for with `?on=`, or else of today, or says why not. */
function leadToDay(today: string): void {
  const place = document.querySelector<HTMLElement>('[data-periods]')
  if (place === null) return
  const { periods = '', here = '' } = place.dataset
  const asked = askedText(new URLSearchParams(location.search).get('on'), parseSpans(periods), here, today)
  if (asked.kind === 'elsewhere') {
    location.replace(`${location.pathname}${asked.key}/${location.hash}`)
    return
  }
  const answer = place.querySelector<HTMLElement>(`[data-answer="${asked.kind}"]`)
  if (answer === null) return
  answer.hidden = false
  if ('day' in asked) for (const time of answer.querySelectorAll('time')) sayDay(time, asked.day)
}

/** Brings the article of the address to the top of a long text, where its place is an estimate until it is laid out. */
function leadToArticle(): void {
  const target = document.querySelector('.articles-many :target')
  if (target) requestAnimationFrame(() => target.scrollIntoView())
}

/** Shows a page of laws as it is today. */
export function startLawPage(): void {
  const today = beijingDay(Date.now())
  showDay(today)
  leadToDay(today)
  leadToArticle()
}
