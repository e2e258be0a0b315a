import { addDays, correspondingDay } from '../domain/calendar.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'

/**
 * How fresh the columns are: an empty one stops the build, and a report says which will soon count as stale.
 *
 * Source: 政府网站与政府系统政务新媒体检查指标 — home page changed within two weeks, columns of news within two weeks, columns of
 * notices and policies within six months, no empty column.
 */

/** Where a column stands: `soon` means that it will be stale within days (news) or two weeks (the rest). */
export type FreshnessState = 'fresh' | 'soon' | 'stale'

/** A column with its newest content. */
export interface ColumnFreshness {
  /** Name as the site shows it. */
  readonly column: string
  readonly newest: IsoDate
  /** First day on which it counts as stale. */
  readonly staleFrom: IsoDate
  readonly state: FreshnessState
}

type Period = 'two-weeks' | 'six-months'

interface DatedColumn {
  readonly column: string
  readonly folder: string
  readonly period: Period
  readonly days: readonly IsoDate[]
}

const WARNING_DAYS: Readonly<Record<Period, number>> = { 'two-weeks': 4, 'six-months': 14 }

function columnsOf(content: Content): DatedColumn[] {
  const published = (items: readonly { value: { publishedOn: IsoDate } }[]) =>
    items.map(({ value }) => value.publishedOn)
  const pages = { explainers: published(content.explainers), lessons: published(content.lessons) }
  const campaigns = published(content.campaigns)
  return [
    { column: '首页', folder: 'explainers', period: 'two-weeks', days: [...Object.values(pages).flat(), ...campaigns] },
    { column: '普法活动', folder: 'campaigns', period: 'two-weeks', days: campaigns },
    { column: '办事解读', folder: 'explainers', period: 'six-months', days: pages.explainers },
    { column: '维权导航', folder: 'remedies', period: 'six-months', days: published(content.remedies) },
    { column: '案例课', folder: 'lessons', period: 'six-months', days: pages.lessons },
    { column: '政策文件', folder: 'documents', period: 'six-months', days: published(content.documents) },
    { column: '典型案例', folder: 'cases', period: 'six-months', days: published(content.caseBatches) },
    {
      column: '普法提示',
      folder: 'notices',
      period: 'six-months',
      days: content.notices.flatMap(({ value }) => value.notices.map((notice) => notice.publishedOn)),
    },
    {
      column: '责任清单',
      folder: 'responsibilities',
      period: 'six-months',
      days: content.responsibilities.map(({ value }) => value.asOf),
    },
  ]
}

/** A problem for each column that would be published without content. */
export function checkColumns(content: Content): Problem[] {
  return columnsOf(content)
    .filter(({ days }) => days.length === 0)
    .map(({ column, folder }) => ({
      place: `content/${folder}/`,
      fault: `栏目“${column}”没有内容。`,
      fix: `在 content/${folder}/ 里至少放一份要发布的内容。空栏目不得上线。`,
    }))
}

/**
 * The freshness of every column on a day, the next to go stale first.
 *
 * @param today Beijing day
 */
export function freshnessOf(content: Content, today: IsoDate): ColumnFreshness[] {
  return columnsOf(content)
    .flatMap(({ column, period, days }) => {
      const newest = days
        .filter((day) => day <= today)
        .toSorted()
        .at(-1)
      if (newest === undefined) return []
      const last = period === 'two-weeks' ? addDays(newest, 14) : correspondingDay(newest, 6)
      const staleFrom = addDays(last, 1)
      const state: FreshnessState =
        today >= staleFrom ? 'stale' : today >= addDays(staleFrom, -WARNING_DAYS[period]) ? 'soon' : 'fresh'
      return [{ column, newest, staleFrom, state }]
    })
    .toSorted((a, b) => a.staleFrom.localeCompare(b.staleFrom))
}

const STATE_TEXT: Readonly<Record<FreshnessState, string>> = { fresh: '正常', soon: '快要超期', stale: '已超期' }

/** The report for the terminal, a line a column. */
export function freshnessReport(columns: readonly ColumnFreshness[]): string {
  return columns
    .map(
      ({ column, newest, staleFrom, state }) =>
        `${STATE_TEXT[state]}　${column}：最近更新 ${newest}，${staleFrom} 起算超期。`,
    )
    .join('\n')
}
