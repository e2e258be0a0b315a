import { formatProblem } from '../../domain/errors.ts'
import type { Repair } from './repairs.ts'
import type { ImportReport } from './run.ts'

/** What an import did, for people. */

const SHOWN_AT_MOST = 40

function some(lines: readonly string[], rest: string): string[] {
  return lines.length <= SHOWN_AT_MOST
    ? [...lines]
    : [...lines.slice(0, SHOWN_AT_MOST), `  ……还有${lines.length - SHOWN_AT_MOST}条，${rest}`]
}

/** Width on a terminal: Chinese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u1100-\uffdc]/.test(char) ? 2 : 1), 0)
}

function row(name: string, value: string): string {
  return `  ${name}${' '.repeat(Math.max(1, 34 - widthOf(name)))}${value}`
}

/** Repairs of one kind together: how often, in how many texts, where first. */
function byKind(repairs: ImportReport['repairs'], kind: Repair['kind']): string[] {
  const kinds = new Map<string, { count: number; texts: number; first: string }>()
  for (const repair of repairs) {
    if (repair.kind !== kind) continue
    const own = kinds.get(repair.what) ?? { count: 0, texts: 0, first: `${repair.title}，${repair.place}` }
    kinds.set(repair.what, { ...own, count: own.count + repair.count, texts: own.texts + 1 })
  }
  return [...kinds].map(([what, { count, texts, first }]) => `  ${what}：${count}处，${texts}份文本，例如 ${first}`)
}

/** Everything that a report tells only in part, a line each. */
export function fullLines({ refused, heldBack, differing, repairs }: ImportReport): string[] {
  return [
    ...refused.map(
      ({ title, ...problem }) => `没有导入　${formatProblem(problem)}${title === undefined ? '' : `（${title}）`}`,
    ),
    ...heldBack.map(({ place, title }) => `整部没有写　${title}　${place}`),
    ...differing.map(({ place, title, difference }) => `文字不同　${title}　${place}　${difference}`),
    ...repairs.map(
      ({ kind, title, place, what, count }) =>
        `${kind === 'repair' ? '改正' : '存疑'}　${title}　${place}　${what}　${count}处`,
    ),
  ]
}

/**
 * What an import did: what was refused and why, what differs, what was repaired, and a table of figures.
 *
 * @param listPath file with all of it in full, where one was written
 */
export function reportLines(report: ImportReport, seconds: number, listPath: string | null): string[] {
  const { refused, heldBack, differing, repairs, fates } = report
  const full = listPath === null ? '加上 --list <文件> 可以看到全部。' : `全部写在 ${listPath} 。`
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...some(lines, full)]
  const doubts = repairs.filter(({ kind }) => kind === 'doubt')
  return [
    ...section(
      `没有导入，${refused.length}份：`,
      refused.map(({ title, ...problem }) => `  ${formatProblem(problem)}${title === undefined ? '' : `（${title}）`}`),
    ),
    ...section(
      `因为同一部法律有文本没读懂，整部法律都没有写，${heldBack.length}份：`,
      heldBack.map(({ place, title }) => `  ${place}：${title}`),
    ),
    ...section(
      `和已有文本不同，保留已有的，${differing.length}份（核对以后要换成新的，加上 --replace）：`,
      differing.map(({ place, title, difference }) => `  ${place}：${title}，${difference}`),
    ),
    ...section('改正了：', byKind(repairs, 'repair')),
    ...section(
      `请对照官方文本核对，${doubts.length}处：`,
      doubts.map(({ place, title, what }) => `  ${place}：${title}，${what}`),
    ),
    '',
    '汇总',
    row('文件', `${report.files}个`),
    row('文本', `${report.texts}份，${report.articles}条，${report.laws}部法律`),
    row('新写入', `${fates.new}份`),
    row('内容相同，没有改动', `${fates.unchanged}份`),
    row('补上日期', `${fates.dated}份`),
    row('换成新文本', `${fates.replaced}份`),
    row('内容不同，保留已有的', `${fates.differs}份`),
    row('没有导入', `${refused.length + heldBack.length}份`),
    row('被别的法律废止，记下了日期', `${report.ended}份`),
    row('来源没有写施行日期', `${report.withoutStatedDay}份`),
    row('导入以后仍然没有施行日期', `${report.undated}份，不算现行有效`),
    row(
      '用时',
      `${seconds.toFixed(1)}秒，每秒${Math.round(report.articles / Math.max(seconds, 0.001)).toLocaleString('en')}条`,
    ),
    '',
    report.writtenFiles === 0 ? '没有写任何文件。' : `写了${report.writtenLaws}部法律，${report.writtenFiles}个文件。`,
  ]
}
