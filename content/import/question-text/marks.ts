import { halfWidth } from '../cell-text.ts'

/** What the lines of a question paper begin with: headings, numbers, and the names of answer and rationale. */

const CHINESE = '[一二三四五六七八九十]'
const TYPE_WORDS =
  '单项选择|单选|多项选择|多选|不定项选择|不定向选择|不定项|判断对错|判断正误|判断|是非|填空|案例分析|案例选择|案例|材料分析|选择|简答|论述|问答|名词解释'
const TYPED = new RegExp(`^(?:${TYPE_WORDS})题?`)
/** 一、 第一部分 （二） in front of a heading. */
const ORDER = new RegExp(`^(?:第${CHINESE}+[部章节][分]?|${CHINESE}{1,3}[、.:]|\\(${CHINESE}{1,3}\\))\\s*`)
const HEADING_AT_MOST = 80

/** A heading of a part of the paper. */
export interface Heading {
  /** The word for its type, as written; empty when it names another thing (一、劳动合同). */
  readonly type: string
  readonly title: string
}

/**
 * Reads a heading: `一、单项选择题（每题1分，共20题）`, `判断题`, `第二部分 多选题`, `三、社会保险`.
 *
 * @returns `null` for any other line
 */
export function headingOf(line: string): Heading | null {
  if (line.length > HEADING_AT_MOST) return null
  const plain = halfWidth(line)
    .replace(/[：:]$/, '')
    .replace(/^#+\s*/, '')
  const order = ORDER.exec(plain)?.[0] ?? ''
  const rest = plain.slice(order.length).replace(/^[【[]|[】\]]$/g, '')
  const type = TYPED.exec(rest)?.[0] ?? ''
  const tail = rest.slice(type.length)
  if (type !== '')
    return /^\s*(?:$|[([,、:\s（]|共|每|部分)/.test(tail) && !/[?？]/.test(tail) ? { type, title: plain } : null
  if (!new RegExp(`^(?:第${CHINESE}+[部章节]|${CHINESE}{1,3}[、.])`).test(order)) return null
  return rest.length <= 30 && !/[?？。_]|\(\s*\)/.test(rest) ? { type: '', title: plain } : null
}

/** Whether a type's heading stands above questions that share a story. */
export function isCaseType(type: string): boolean {
  return /^(?:案例|材料)/.test(type)
}

/** Whether a line heads the answers at the end. */
export function isAnswerHeading(line: string): boolean {
  const plain = line.replace(/^#+\s*|[\s:：【】[\]—-]/g, '')
  return /^(?:.{0,20}(?:题库|试题|试卷|测试题?|练习题?))?(?:参考|标准|正确)?答案(?:表|与解析|及解析|和解析|汇总)?$/.test(
    plain,
  )
}

/** How a question is numbered. */
export interface Numbered {
  readonly number: number
  /** `plain` is `1.`, `1、`, `第1题`; `bracket` is `（1）`. */
  readonly style: 'plain' | 'bracket'
  readonly rest: string
  /** A digit follows, so that it may be a figure (3.5) as well as a number. */
  readonly isTight: boolean
}

/** The number at the start of a line. */
export function numberOf(line: string): Numbered | null {
  const plain = halfWidth(line)
  const match =
    /^(?:\(\s*[√×✓✗]\s*\)\s*)?(?:(\d{1,4})\s?[.、):．]|第(\d{1,4})题[.、:]?|[([【](\d{1,4})[)\]】][.、]?)\s*/.exec(
      plain,
    )
  if (match === null) return null
  const [whole, one, two, bracket] = match
  const rest = line.slice(whole.length)
  const mark = /^\(\s*[√×✓✗]\s*\)/.exec(whole)?.[0] ?? ''
  return {
    number: Number(one ?? two ?? bracket),
    style: bracket === undefined ? 'plain' : 'bracket',
    rest: mark + rest,
    isTight: /^\d/.test(rest) && !/\s$/.test(whole),
  }
}

/** What a named part of a question is. `ignored` parts have no place in a bank. */
export type Field = 'answer' | 'rationale' | 'difficulty' | 'type' | 'ignored'

const FIELDS: readonly (readonly [Field, string])[] = [
  ['answer', '正确答案|参考答案|标准答案|答案|答'],
  ['rationale', '答案解析|试题解析|题目解析|解析|详解|解释|法律依据|法条依据|依据'],
  ['difficulty', '难度|难易度|难易程度'],
  ['type', '题型'],
  ['ignored', '知识点|考点|考查点|分值|来源|出处|章节|所属范围'],
]
const NAMES = FIELDS.map(([, names]) => names).join('|')
const FIELD = new RegExp(
  `[【\\[]\\s*(${NAMES})\\s*[】\\]]\\s*[:：]?|(?<=^|[\\s。;；)）])(${NAMES.replace('|答|', '|')})\\s*[:：]|^(答)[:：]|^(答案)\\s+(?=[A-L√×])`,
  'gu',
)

/** A line in parts: what stands before the first name, then each part with its name. */
export function fieldsOf(line: string): {
  readonly before: string
  readonly fields: readonly (readonly [Field, string])[]
} {
  const matches = [...line.matchAll(FIELD)]
  const fields = matches.map((match, index): readonly [Field, string] => {
    const name = match.slice(1).find((own) => own !== undefined) ?? ''
    const field = FIELDS.find(([, names]) => names.split('|').includes(name))?.[0] ?? 'ignored'
    const value = line.slice(match.index + match[0].length, matches[index + 1]?.index).trim()
    return [field, /依据$/.test(name) && value !== '' ? `依据：${value}` : value]
  })
  return { before: line.slice(0, matches[0]?.index).trim(), fields }
}

const TYPE_IN_STEM = new RegExp(`^[【[(（]\\s*((?:${TYPE_WORDS})题?)\\s*[】\\])）]\\s*`, 'u')

/** The type that a stem begins with, and the stem without it. @example typeInStem('【单选题】甲乙？').type // '单选题' */
export function typeInStem(stem: string): { readonly type: string; readonly stem: string } {
  const match = TYPE_IN_STEM.exec(stem)
  return { type: match?.[1] ?? '', stem: stem.slice(match?.[0].length ?? 0) }
}

/** A mark for right or wrong that needs no word. */
const TICK = '[√✓✔×✗✘]'
const LETTERS = '[A-La-lＡ-Ｌａ-ｌ](?:[\\s,，、]*[A-La-lＡ-Ｌａ-ｌ])*'
const IN_BRACKETS = new RegExp(`[（(【[]\\s*(${LETTERS}|${TICK})\\s*[)）】\\]]`, 'gu')
/** Words count at the end of a stem alone: 下列说法（错误）的是 asks for something. */
const WORD_AT_END = /[（(【[]\s*(正确|错误|对|错|[TtFf])\s*[)）】\]]\s*[。.？?]?\s*$/u
const TICK_AT_END = new RegExp(`(?<=[。.\\s])\\s*(${TICK})\\s*$`, 'u')

/**
 * The answer that stands in a stem, and the stem without it.
 *
 * @returns `answer` is `null` when there is none, `places` says how many there are
 * @example answerInStem('试用期最长（ B ）。') // { answer: 'B', stem: '试用期最长（　）。', places: 1 }
 */
export function answerInStem(stem: string): { answer: string | null; stem: string; places: number } {
  const marks = [...stem.matchAll(IN_BRACKETS)]
  const [only] = marks
  if (only !== undefined && marks.length === 1) {
    const isTick = new RegExp(TICK, 'u').test(only[1] ?? '')
    const blank = isTick ? '' : '（　）'
    const rest = `${stem.slice(0, only.index)}${blank}${stem.slice(only.index + only[0].length)}`
    return { answer: only[1] ?? '', stem: rest.trim(), places: 1 }
  }
  if (marks.length > 1) return { answer: null, stem, places: marks.length }
  for (const pattern of [WORD_AT_END, TICK_AT_END]) {
    const match = pattern.exec(stem)
    if (match !== null) return { answer: match[1] ?? '', stem: stem.slice(0, match.index).trim(), places: 1 }
  }
  return { answer: null, stem, places: 0 }
}
