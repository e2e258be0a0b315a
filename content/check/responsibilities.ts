import type { Problem } from '../domain/errors.ts'
import type { Responsibility, ResponsibilityList } from '../domain/responsibility.ts'
import { responsibilityStatus } from '../domain/responsibility.ts'
import type { Content } from '../source/content.ts'
import { idsOf, unknown } from './names.ts'
import { PAGE_REF, type ReferencedPage, referencedPages } from './page-refs.ts'
import { checkYearFile } from './year-file.ts'

/** Lists that don't bear their year's name; rows that name what isn't there, contradict themselves or explain nothing. */
export function checkResponsibilities(content: Content): Problem[] {
  const known: Known = {
    laws: idsOf(content.laws),
    pages: referencedPages(content),
    lists: new Map(content.responsibilities.map(({ value }) => [value.year, value])),
  }
  return content.responsibilities.flatMap((list) => [
    ...checkYearFile(list, (file) => `${list.value.year}年的清单放在了“${file}”里。`),
    ...list.value.rows.flatMap((row, index) => {
      const at: At = (...keys) => list.source.place(['rows', index, ...keys])
      return [
        ...checkNames(row, known, at),
        ...checkPlace(row, list.value, index, known, at),
        ...checkState(row, list.value, at),
        ...checkEvidence(row, known, at),
      ]
    }),
  ])
}

interface Known {
  readonly laws: ReadonlySet<string>
  readonly pages: ReadonlyMap<string, ReferencedPage>
  readonly lists: ReadonlyMap<number, ResponsibilityList>
}

type At = (...keys: PropertyKey[]) => string

function checkNames(row: Responsibility, { laws, pages }: Known, at: At): Problem[] {
  return [
    ...unknown(
      row.laws,
      laws,
      (law) => at('laws', law),
      '法律',
      '用 content/laws/ 里的文件名，不带 .yaml，例如 labour-law。',
    ),
    ...unknown(
      row.evidence.filter((text) => PAGE_REF.test(text)),
      new Set(pages.keys()),
      () => at('evidence'),
      '页面',
      '写文件夹和文件名，不带后缀，例如 explainers/unpaid-wages。',
    ),
  ]
}

function checkPlace(row: Responsibility, list: ResponsibilityList, index: number, { lists }: Known, at: At): Problem[] {
  const problems: Problem[] = []
  if (list.rows.findIndex((other) => other.id === row.id) !== index) {
    problems.push({ place: at('id'), fault: `编号“${row.id}”用了两次。`, fix: '每一行用自己的编号（id）。' })
  }
  const before = lists.get(list.year - 1)
  if (row.continues !== undefined && !before?.rows.some(({ id }) => id === row.continues)) {
    problems.push({
      place: at('continues'),
      fault: `${list.year - 1}年的清单里没有编号为“${row.continues}”的一行。`,
      fix: '用上一年清单里的编号，或者删去 continues。',
    })
  }
  if (!row.dueOn.startsWith(`${list.year}-`)) {
    problems.push({
      place: at('dueOn'),
      fault: `最后一天“${row.dueOn}”不在${list.year}年。`,
      fix: `改成${list.year}年的一天，例如 dueOn: ${list.year}-12-31。`,
    })
  }
  if (row.addedOn !== undefined && (row.addedOn <= list.publishedOn || row.addedOn > row.dueOn)) {
    problems.push({
      place: at('addedOn'),
      fault: `加进清单的日期（addedOn）“${row.addedOn}”不在清单公布（${list.publishedOn}）以后、最后一天（${row.dueOn}）以前。`,
      fix: '写真正加进来的那一天；清单公布时就有的，删去 addedOn。',
    })
  }
  return problems
}

function checkState(row: Responsibility, list: ResponsibilityList, at: At): Problem[] {
  const problems: Problem[] = []
  if ((row.progress === 'done') !== (row.doneOn !== undefined)) {
    problems.push({
      place: at('progress'),
      fault:
        row.doneOn === undefined
          ? '进度（progress）写的是“done”，却没有写完成日期（doneOn）。'
          : `写了完成日期（doneOn）“${row.doneOn}”，进度（progress）却是“${row.progress}”。`,
      fix: '做完了的，写 progress: done，再加一行 doneOn: 2026-04-28 这样的日期；没做完的，删去 doneOn。',
    })
  }
  if (row.doneOn !== undefined && row.doneOn > list.asOf) {
    problems.push({
      place: at('doneOn'),
      fault: `完成日期“${row.doneOn}”晚于清单说的那一天（asOf）“${list.asOf}”。`,
      fix: '改正 doneOn，或者把清单的 asOf 改成最近一次核对各行的那天。',
    })
  }
  if (responsibilityStatus(row, list.asOf) === 'overdue' && row.note === undefined) {
    problems.push({
      place: at('dueOn'),
      fault: `到 ${list.asOf} 已经逾期（最后一天是“${row.dueOn}”），没有说明原因。`,
      fix: '加一行 note，写明为什么晚了、打算怎么办，例如 note: 讲师生病，改到七月再讲。',
    })
  }
  return problems
}

function checkEvidence(row: Responsibility, { pages }: Known, at: At): Problem[] {
  if (row.progress !== 'done') return []
  if (row.evidence.length === 0) {
    return [
      {
        place: at('evidence'),
        fault: '写了已经完成，却没有佐证（evidence）。',
        fix: '写上能证明的页面或者记录，例如 evidence: [explainers/unpaid-wages]。',
      },
    ]
  }
  const { doneOn = row.dueOn } = row
  return row.evidence.flatMap((name, index) => {
    const published = pages.get(name)?.publishedOn ?? doneOn
    if (published <= doneOn) return []
    return [
      {
        place: at('evidence', index),
        fault: `“${name}”在 ${published} 才发布，晚于完成日期 ${doneOn}。`,
        fix: '换成当天就有的佐证，或者改正 doneOn。',
      },
    ]
  })
}
