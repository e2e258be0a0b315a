import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from '../../domain/dates.ts'
import { LawLevelSchema } from '../../domain/law.ts'
import { StatedStatusSchema, type StatuteArticle, type StatuteEvent, type StatuteText } from '../../domain/statute.ts'
import { adoptionOf, finished } from './finish.ts'
import { eventsIn } from './history.ts'
import { issuerOf, repairIssuer } from './issuer.ts'
import { articleMark, isAnnex, isPreface } from './marks.ts'
import { joinBroken, paragraphsOf } from './paragraphs.ts'
import { Repairs, repairHeading, repairLine } from './repairs.ts'
import { type Outcome, officialTitle } from './source-text.ts'
import { placeStrayHeadings } from './stray-headings.ts'

/** A law version as one JSON object: a line of a .jsonl file. */

const RecordSchema = z.object({
  title: z.string().check(z.minLength(3), z.maxLength(300)),
  level: LawLevelSchema,
  issuer: z.optional(z.nullable(z.string())),
  published: z.optional(z.nullable(IsoDateSchema)),
  effective: z.optional(z.nullable(IsoDateSchema)),
  status: z.optional(z.nullable(StatedStatusSchema)),
  history: z.optional(z.array(z.object({ date: z.string(), event: z.string() }))),
  articles: z.array(z.object({ no: z.string(), path: z.optional(z.array(z.string())), text: z.string() })),
})
type LawRecord = z.output<typeof RecordSchema>

const FIX_RECORD = '对照官方文本改正这一行；字段的写法见 content/import/statute/README.md。'

/** `[main, inserted]` as one number, for looking at the order. */
function orderOf(number: string): number {
  const [main = '0', inserted = '0'] = number.split('-')
  return Number(main) * 100 + Number(inserted)
}

const TABLE_TITLE = /^[^。；：，]{2,30}(?:表|图|图样|式样|名单|附图)[一二三四五六七八九十]?(?:（[^（）]*）)?$/

/** What stands below the last article: annexes and notes. Takes it from the lines. */
function annexesIn(lines: string[]): StatuteText['annexes'] {
  const at = lines.findIndex(
    (line, index) => index > 0 && (isAnnex(line) || TABLE_TITLE.test(line) || /^[①②③]/.test(line)),
  )
  if (at === -1) return []
  const [first = '', ...rest] = lines.splice(at)
  return /^[①②③]/.test(first) ? [{ title: '注', lines: [first, ...rest] }] : [{ title: first, lines: rest }]
}

/** Puts articles that stand before the first one at the end, where they fit exactly. */
function restoreOrder(articles: StatuteArticle[], repairs: Repairs, place: string): void {
  const first = articles.findIndex(({ number }) => number === '1')
  const [head] = articles
  const tail = articles.at(-1)
  if (first < 1 || head === undefined || tail === undefined) return
  if (Math.floor(orderOf(head.number) / 100) !== Math.floor(orderOf(tail.number) / 100) + 1) return
  articles.push(...articles.splice(0, first))
  repairs.note('排在最前面的末条放回最后', place, first)
}

function pathOf(path: readonly string[], repairs: Repairs, place: string): string[] {
  return path
    .map((heading) => repairHeading(repairLine(heading, repairs, place), repairs, place))
    .filter((heading) => heading !== '' && !isPreface(heading))
}

/** The articles of a record and what stands below them, or what can't be placed. */
function articlesOf(
  records: LawRecord['articles'],
  repairs: Repairs,
  place: string,
): { readonly articles: StatuteArticle[]; readonly annexes: StatuteText['annexes'] } | string {
  const read = records.map(({ no, path = [], text }) => ({
    no,
    path: pathOf(path, repairs, place),
    lines: joinBroken(
      text
        .split('\n')
        .map((line) => repairLine(line, repairs, `${place}（${no}）`))
        .filter((line) => line !== ''),
      repairs,
      `${place}（${no}）`,
    ),
  }))
  const last = read.at(-1)
  const annexes = last === undefined ? [] : annexesIn(last.lines)
  placeStrayHeadings(read, repairs, place)
  const articles: StatuteArticle[] = []
  for (const { no, path, lines } of read) {
    const mark = articleMark(repairLine(no, repairs, place))
    if (mark === null || mark.rest !== '') return `条号“${no.slice(0, 20)}”看不懂。`
    if (lines.length === 0) return `${no}没有内容。`
    articles.push({ number: mark.number, path, paragraphs: paragraphsOf(lines) })
  }
  restoreOrder(articles, repairs, place)
  return { articles, annexes }
}

/**
 * Reads one record.
 *
 * @param place file with line, shown in problems
 * @param line one JSON object; fields that aren't known are left alone
 */
export function readRecord(place: string, line: string): Outcome {
  const refuse = (fault: string, fix: string, blocks: boolean, title?: string): Outcome => ({
    refused: { place, fault, fix, blocks, ...(title === undefined ? {} : { title }) },
  })
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return refuse('这一行不是完整的 JSON。', '每行一个 JSON 对象，中间不换行；文件没有下载完整的，重新下载。', false)
  }
  const parsed = RecordSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const named = z.object({ title: z.string() }).safeParse(json)
    const field = issue?.path.map(String).join('.') || '整行'
    return refuse(`字段“${field}”缺少或者写法不对。`, FIX_RECORD, true, named.success ? named.data.title : undefined)
  }
  return fromRecord(place, parsed.data)
}

function historyEvent(
  { date, event }: { readonly date: string; readonly event: string },
  repairs: Repairs,
  place: string,
): StatuteEvent[] {
  const half = (text: string) => text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
  const own = half(repairLine(event, repairs, place))
  if (own !== event && half(event) !== event) repairs.note('日期里的全角数字改成半角', place)
  const day = IsoDateSchema.safeParse(half(date))
  if (!day.success) {
    repairs.doubt(`沿革的日期“${date.slice(0, 20)}”不存在，没有收`, place)
    return []
  }
  return [{ date: day.data, event: eventsIn(own)[0]?.event ?? own }]
}

function fromRecord(place: string, record: LawRecord): Outcome {
  const repairs = new Repairs()
  const title = officialTitle(repairLine(record.title, repairs, place))
  const refuse = (fault: string, fix: string, blocks: boolean): Outcome => ({
    refused: { place, title, fault, fix, blocks },
  })
  if (record.articles.length === 0)
    return refuse(
      '没有条文：这份文本不分条，或者来源没有收录正文。',
      '换成分条的官方文本；不分条的决定、批复不收进法律库。',
      false,
    )
  const body = articlesOf(record.articles, repairs, place)
  if (typeof body === 'string') return refuse(body, FIX_RECORD, true)
  const history = (record.history ?? []).flatMap((event) => historyEvent(event, repairs, place))
  const issuer = record.issuer == null ? issuerOf(title, history) : repairIssuer(record.issuer, repairs, place)
  const publishedOn: IsoDate | undefined = record.published ?? undefined
  const adoptedOn = adoptionOf(history, publishedOn)
  return finished(
    place,
    {
      title,
      level: record.level,
      issuer,
      adoptedOn,
      publishedOn,
      effectiveFrom: record.effective ?? undefined,
      statedStatus: record.status ?? undefined,
      history,
      preamble: [],
      articles: body.articles,
      annexes: body.annexes,
    },
    repairs,
  )
}
