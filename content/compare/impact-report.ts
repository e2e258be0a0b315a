import { styleText } from 'node:util'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { type ArticleImpact, fateText, type Impact, REVIEW_STATES } from './impact.ts'
import type { DiffPiece } from './word-diff.ts'

/** What a change in a law touches, as text for a terminal: old and new text side by side. */

/** How wide the report is and whether the terminal shows colours. */
export interface ReportForm {
  /** Columns of the terminal; a Chinese character takes two. */
  readonly width: number
  readonly colours: boolean
}

const GAP = ' │ '

function marked({ kind, text }: DiffPiece, colours: boolean): string {
  if (kind === 'same') return text
  const lines = text.split('\n')
  if (!colours) return lines.map((line) => (kind === 'removed' ? `[-${line}-]` : `{+${line}+}`)).join('\n')
  const style = kind === 'removed' ? (['red', 'strikethrough'] as const) : (['green', 'underline'] as const)
  return lines.map((line) => styleText([...style], line, { validateStream: false })).join('\n')
}

/** A text in a column: lines of exactly `width` columns. */
function column(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true, trim: false })
    .split('\n')
    .map((line) => line + ' '.repeat(Math.max(0, width - stringWidth(line))))
}

function sideBySide({ pieces, hasNewText, isOfficial, fate }: ArticleImpact, { width, colours }: ReportForm): string[] {
  const half = Math.max(20, Math.floor((width - GAP.length - 2) / 2))
  const kind = isOfficial ? '原文' : '要旨'
  const missing = fate === 'gone' || fate === 'repealed' ? '（没有了）' : '（还没有新文本的要旨或者原文）'
  const of = (wanted: DiffPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === wanted)
      .map((piece) => (hasNewText ? marked(piece, colours) : piece.text))
      .join('')
  const left = column(`旧（${kind}）\n${of('removed')}`, half)
  const right = column(hasNewText ? `新（${kind}）\n${of('added')}` : missing, half)
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
    `  ${left[line] ?? ' '.repeat(half)}${GAP}${right[line] ?? ''}`.trimEnd(),
  )
}

/** The report, ready to print. */
export function impactReport(impact: Impact, form: ReportForm): string {
  const { law, day, isRepeal, articles, duties, unaffected } = impact
  const entries = new Set(articles.flatMap((article) => article.entries.map(({ item }) => item)))
  const head = `《${law.name}》${day} 起${isRepeal ? '废止' : '施行新文本'}：牵涉${articles.length}条、${entries.size}项内容${unaffected === 0 ? '' : `；另有${unaffected}处引用的条没有变`}。`
  const blocks = articles.map((article) => [
    '',
    `${fateText(article)}（对照 ${article.from} 起施行的文本）`,
    ...sideBySide(article, form),
    ...article.entries.map(
      ({ item, title, state, places }) => `  ${REVIEW_STATES[state]}　${item}　${title}　${places.join(' ')}`,
    ),
  ])
  const rows = duties.map(({ year, id, dueOn, place }) => `  ${year} 年 ${id}　${dueOn} 前完成　${place}`)
  const open = articles.some((article) =>
    article.entries.some(({ state }) => state === 'awaiting' || state === 'coming'),
  )
  return [
    head,
    ...blocks.flat(),
    ...(rows.length === 0 ? [] : ['', '责任清单里还要宣传这部法的：', ...rows]),
    ...(open
      ? [
          '',
          `内容还对的，在 content/reviews/${law.id}.yaml 里登记（version: ${day}）；要改的，改好以后把 asOf 写成 ${day} 或者以后。`,
        ]
      : []),
  ].join('\n')
}
