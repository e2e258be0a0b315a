import { LawLevelSchema } from '../../domain/law.ts'
import { type StatedStatus, StatedStatusSchema, type StatuteEvent } from '../../domain/statute.ts'
import { Divisions, type EarlyHeading, headingsOfFirst } from './divisions.ts'
import { adoptionOf, finished } from './finish.ts'
import { dayIn, dayOfField, eventsIn } from './history.ts'
import { issuerOf, levelOf } from './issuer.ts'
import { articleMark, divisionMark, isContents, isPointHeading, isPreface } from './marks.ts'
import { Repairs, repairHeading, repairLine } from './repairs.ts'
import { type Outcome, officialTitle } from './source-text.ts'
import { BodyReader } from './structure.ts'
import { fieldIn, type StatedFields, type TextLine } from './text-lines.ts'

/** One law's text from the lines of a document, whatever its format: title, what stands before the first article, body. */

const LINE_AT_MOST = 20_000
const TITLE_END =
  /(?:法|法典|条例|规定|办法|细则|解释|决定|决议|规则|安排|批复|意见|通知|修正案|宪法|纲要|规程|标准|章程|方案)(?:（[^（）]*）)?$/
const STATUSES: readonly (readonly [RegExp, StatedStatus])[] = [
  [/^(?:现行有效|有效|现行)$/, '现行有效'],
  [/^(?:已被修改|已修改|已修订)$/, '已被修改'],
  [/^(?:废止或失效|已废止|废止|失效|已失效)$/, '废止或失效'],
  [/^(?:尚未施行|尚未生效|未生效)$/, '尚未施行'],
]
/** 现予公布，自2013年7月1日起施行: what an order of publication says of the text below it. */
const ORDER = /(?:现予(?:公布|发布|颁布)|公布施行)[，,]?\s*自(.+?)起(?:施行|实施|生效)/

function statusOf(text: string | undefined): StatedStatus | undefined {
  if (text === undefined) return undefined
  const known = STATUSES.find(([pattern]) => pattern.test(text.trim()))?.[1]
  return known ?? StatedStatusSchema.safeParse(text).data
}

/** The title from the first lines: where typesetting broke it, of two. */
function titleOf(lines: readonly TextLine[]): { title: string; from: number; to: number } | null {
  const marked = lines.findIndex(({ heading }) => heading === 1)
  const from = marked === -1 ? 0 : marked
  const first = lines[from]
  if (first === undefined || articleMark(first.text) !== null || divisionMark(first.text, first.heading > 0) !== null)
    return null
  const second = lines[from + 1]
  const isBroken =
    second !== undefined &&
    !TITLE_END.test(first.text) &&
    TITLE_END.test(second.text) &&
    second.text.length <= 60 &&
    eventsIn(second.text).length === 0 &&
    fieldIn(second.text) === null &&
    second.heading === first.heading
  return isBroken ? { title: first.text + second.text, from, to: from + 2 } : { title: first.text, from, to: from + 1 }
}

/** What stands before the first article. */
interface Front {
  readonly fields: StatedFields
  readonly history: StatuteEvent[]
  readonly preamble: string[]
  readonly divisions: Divisions
}

function frontOf(lines: readonly TextLine[], title: string, repairs: Repairs): Front {
  let fields: StatedFields = {}
  const history: StatuteEvent[] = []
  const preamble: string[] = []
  const headings: EarlyHeading[] = []
  let placeOfContents = lines[0]?.place ?? ''
  for (const line of lines) {
    const { text, place } = line
    // 一、管辖 heads articles only where they follow at once.
    const isPoint = isPointHeading(text) && line === lines.at(-1)
    const mark = isPoint ? { rank: 2, number: 1 } : divisionMark(text, line.heading > 0)
    const events = mark === null ? eventsIn(text) : []
    const field = fieldIn(text)
    if (mark !== null) headings.push({ mark, label: repairHeading(text, repairs, place) })
    else if (isContents(text)) placeOfContents = place
    else if (events.length > 0) history.push(...events)
    else if (field !== null) fields = { ...fields, ...field }
    else if (!isPreface(text) && officialTitle(text) !== title) preamble.push(text)
  }
  const divisions = new Divisions()
  if (headings.length > 0) {
    const { own, contents } = headingsOfFirst(headings)
    for (const { mark, label } of own) divisions.open(mark, label)
    repairs.note('目录不当作正文', placeOfContents, contents > 0 ? 1 : 0)
  }
  return { fields, history, preamble, divisions }
}

/** Why a document without articles is refused. */
function withoutArticles(file: string, title: string, lines: readonly TextLine[]): Outcome {
  const hasPoints = lines.some(({ text }) => /^[一二三四五六七八九十]{1,3}、/.test(text))
  const rest = lines.filter(
    ({ text, heading }) => heading === 0 && eventsIn(text).length === 0 && fieldIn(text) === null,
  )
  const refused = hasPoints
    ? {
        fault: '没有条文：这份文本用“一、二、”分段，不分条。',
        fix: '法律库只收分条的文本；要引用它的内容，写成规范性文件。',
      }
    : rest.length === 0
      ? {
          fault: '没有条文：只有标题和沿革，正文在别的文件里。',
          fix: '导入带正文的文件；正文分成几个文件的，合成一个再导入。',
        }
      : { fault: '没有条文：找不到“第一条”。', fix: '换成分条的官方文本；不分条的决定、批复不收进法律库。' }
  return { refused: { place: file, title, ...refused, blocks: false } }
}

/**
 * Reads a text.
 *
 * @param file its name, shown in problems
 * @param stated what the format states beside the text
 */
export function readDocument(file: string, source: readonly TextLine[], stated: StatedFields = {}): Outcome {
  const repairs = new Repairs()
  const refuse = (place: string, fault: string, fix: string, title?: string, blocks = false): Outcome => ({
    refused: { place, fault, fix, blocks, ...(title === undefined ? {} : { title }) },
  })
  const long = source.find(({ text }) => text.length > LINE_AT_MOST)
  if (long !== undefined) return refuse(long.place, '这一行太长，不像是法律文本。', '一款一行，按官方文本分段。')
  const lines = source
    .map((line) => ({ ...line, text: repairLine(line.text, repairs, line.place) }))
    .filter(({ text }) => text !== '')
  const damaged = lines.find(({ text }) => text.includes('\ufffd'))
  const found = titleOf(lines)
  const title = officialTitle(repairHeading(stated.title ?? found?.title ?? '', repairs, file))
  if (title.length < 3 || title.length > 200)
    return refuse(file, '找不到法律的标题。', '第一行写法律的全称，例如“中华人民共和国劳动法”。')
  if (damaged !== undefined)
    return refuse(
      damaged.place,
      `有认不出的字：“${damaged.text.slice(0, 20)}”。`,
      '用 UTF-8 或者 GB18030 编码重新保存文件。',
      title,
      true,
    )
  const rest = lines.slice(found?.to ?? 0)
  const first = rest.findIndex((line) => {
    const mark = articleMark(line.text)
    return mark !== null && (mark.isApart || line.isEmphasised || line.heading > 0 || mark.number === '1')
  })
  if (first === -1) return withoutArticles(file, title, rest)
  const front = frontOf([...lines.slice(0, found?.from ?? 0), ...rest.slice(0, first)], title, repairs)
  const body = new BodyReader(rest.slice(first), front.divisions, repairs).read()
  if ('fault' in body) return refuse(body.place, body.fault, body.fix, title, true)
  const fields = { ...front.fields, ...stated }
  const day = (text: string | undefined) => (text === undefined ? undefined : (dayOfField(text) ?? undefined))
  const issuer = fields.issuer ?? issuerOf(title, front.history)
  const level = LawLevelSchema.safeParse(fields.level).data ?? levelOf(title, issuer)
  if (level === null)
    return refuse(
      file,
      '看不出是谁制定的、属于哪一级。',
      '在标题下面写一行“效力级别：行政法规”和一行“制定机关：国务院”。',
      title,
      true,
    )
  const publishedOn = day(fields.published)
  const ordered = front.preamble.flatMap((text) => ORDER.exec(text)?.[1] ?? [])
  return finished(
    file,
    {
      title,
      level,
      issuer,
      adoptedOn: day(fields.adopted) ?? adoptionOf(front.history, publishedOn),
      publishedOn,
      effectiveFrom: day(fields.effective) ?? (ordered[0] === undefined ? undefined : (dayIn(ordered[0]) ?? undefined)),
      statedStatus: statusOf(fields.status),
      history: front.history,
      preamble: front.preamble,
      articles: body.articles,
      annexes: body.annexes,
    },
    repairs,
  )
}
