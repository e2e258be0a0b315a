import type { Responsibility } from '../../domain/responsibility.ts'
import { comment, entryText, inline } from '../yaml-text.ts'

/** What a responsibility list says about itself. */
export interface NewList {
  readonly year: number
  readonly owner: string
  readonly today: string
}

/** The head of a list that doesn't exist yet; rows follow. */
export function listHead({ year, owner, today }: NewList): string {
  return [
    ...comment(`${year}年普法责任清单。`),
    `year: ${year}`,
    ...comment('发布清单的单位。'),
    `owner: ${inline(owner)}`,
    ...comment('清单发布那天。'),
    `publishedOn: ${today}`,
    ...comment('下面各行说的是哪一天的情况：改了进度，这里也要改。'),
    `asOf: ${today}`,
    'rows:',
    '',
  ].join('\n')
}

/** A row of a list, explained. */
export function rowText(row: Responsibility): string {
  const list = (name: string, values: readonly string[]) => [
    `${name}:`,
    ...values.map((value) => `  - ${inline(value)}`),
  ]
  const lines = [
    ...comment('编号：同一年里不能重复，发布后不要改。'),
    `id: ${row.id}`,
    ...(row.continues === undefined ? [] : [...comment('接着上一年的哪一行做。'), `continues: ${row.continues}`]),
    ...comment('普哪些法：content/laws/ 里的文件名，不带 .yaml。'),
    `laws: ${inline(row.laws)}`,
    ...comment('牵头单位；配合单位，没有就写 []。'),
    `lead: ${inline(row.lead)}`,
    `cooperating: ${inline(row.cooperating)}`,
    ...comment('普法对象。'),
    `audience: ${inline(row.audience)}`,
    ...comment('做什么：一条一句话。'),
    ...list('measures', row.measures),
    ...comment('最后一天：过了这天没做完就是逾期，要用 note: 写明原因。'),
    `dueOn: ${row.dueOn}`,
    ...comment('进度：planned 未开始，under-way 进行中，done 已完成；写 done 时加一行 doneOn: 完成日期。'),
    `progress: ${row.progress}`,
    ...comment('佐证：写本站页面（如 explainers/unpaid-wages），或者一句话说明留存的记录。已完成的至少一条。'),
    `evidence: ${inline(row.evidence)}`,
    ...(row.addedOn === undefined ? [] : [...comment('清单发布以后才加的，写加进来那天。'), `addedOn: ${row.addedOn}`]),
  ]
  return entryText(lines)
}
