import { addDays, daysBetween } from '../domain/calendar.ts'
import type { Clocks } from '../domain/clock.ts'
import type { IsoDate } from '../domain/dates.ts'
import { type Deadline, deadlineState, type UncountedDeadline } from '../domain/deadline.ts'
import { type WorkCalendar, workingDaysLeft } from '../domain/working-days.ts'
import type { Deadlines } from './collect.ts'

/** What is late and what comes due, as a text for the terminal. */

/** What the report depends on. */
export interface ReportSettings {
  readonly today: IsoDate
  readonly calendar: WorkCalendar
  readonly clocks: Clocks['clocks']
  /** So many working days ahead count as coming due. */
  readonly within: number
}

/** The report, and whether anything in it is late or can't be counted. */
export interface DeadlineReport {
  readonly text: string
  readonly late: number
  /** Not done, with a last day that isn't known. */
  readonly uncounted: number
}

/** Writes the report in Chinese: late, coming due, not to be counted, and how the rest stands. */
export function deadlineReport({ counted, uncounted }: Deadlines, settings: ReportSettings): DeadlineReport {
  const { today, calendar, within } = settings
  const by = Map.groupBy(counted, (own) => deadlineState(own, today, calendar, within))
  const [late, soon] = [by.get('late') ?? [], by.get('soon') ?? []]
  const unknown = uncounted.filter(({ doneOn }) => doneOn === undefined)
  const text = [
    `工作日时钟（${today}）`,
    section(
      `已经超期，${late.length}项：`,
      late.map((own) => lateLine(own, settings)),
    ),
    section(
      `${within}个工作日内到期，${soon.length}项：`,
      soon.map((own) => soonLine(own, settings)),
    ),
    section(
      `算不出期限，${unknown.length}项：`,
      unknown.map((own) => unknownLine(own, settings)),
    ),
    unknown.length === 0 ? '' : calendarLine(calendar),
    late.length + soon.length + unknown.length === 0 ? '没有超期的，也没有快要到期的。' : '',
    `还早的${(by.get('open') ?? []).length}项；按期办结${(by.get('done') ?? []).length}项，逾期办结${(by.get('done-late') ?? []).length}项。`,
  ]
  return { text: text.filter((part) => part !== '').join('\n\n'), late: late.length, uncounted: unknown.length }
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines].join('\n')
}

function about({ clock, title, office, startedOn }: Omit<Deadline, 'dueOn'>, { clocks }: ReportSettings): string {
  const { name, workingDays, basis } = clocks[clock]
  return `${name}：${title}（${office}；${startedOn}起${workingDays}个工作日，${basis}）`
}

function lateLine(own: Deadline, settings: ReportSettings): string {
  return `  ${own.dueOn} 到期，已过${daysBetween(own.dueOn, settings.today)}天　${about(own, settings)} ${own.path}`
}

function soonLine(own: Deadline, settings: ReportSettings): string {
  const left = workingDaysLeft(settings.calendar, settings.today, own.dueOn)
  return `  ${own.dueOn} 到期，${left === 0 ? '就是今天' : `还有${left}个工作日`}　${about(own, settings)} ${own.path}`
}

function unknownLine(own: UncountedDeadline, settings: ReportSettings): string {
  return `  ${own.unknownDay} 起上不上班还不知道　${about(own, settings)} ${own.path}`
}

function calendarLine({ from, until }: WorkCalendar): string {
  return `放假安排只知道${from}到${addDays(until, -1)}（元旦的调休由下一年的通知定）。下一年的安排公布以后，更新 chinese-days：npm install --save-exact chinese-days@latest`
}
