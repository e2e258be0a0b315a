import { parseChineseNumber } from '../../domain/chinese-number.ts'
import { type IsoDate, IsoDateSchema } from '../../domain/dates.ts'
import type { StatuteEvent } from '../../domain/statute.ts'

/** Dates in statute text, and the lines in which a text says how it came about. */

const DIGIT = '[\\d０-９〇零○一二三四五六七八九十]'
/** A day as statutes write it: 2007年6月29日, 一九九三年二月一日, 二〇〇七年六月二十九日. */
export const DAY = `${DIGIT}{4}\\s*年\\s*${DIGIT}{1,3}\\s*月\\s*${DIGIT}{1,3}\\s*日`
const DAY_PARTS = new RegExp(`(${DIGIT}{4})\\s*年\\s*(${DIGIT}{1,3})\\s*月\\s*(${DIGIT}{1,3})\\s*日`)
const EVENT_START = new RegExp(`(?:^|[\\s；;，,、])(?=(?:根据|依据|依照)?\\s*${DAY})`, 'g')
const EVENT = /通过|公布|发布|批准|修正|修订|修改|施行|实施|令第|公告|颁布/

/**
 * The first day that a text names, or `null`.
 *
 * @example dayIn('自一九九三年二月一日起施行') // '1993-02-01'
 */
export function dayIn(text: string): IsoDate | null {
  const match = DAY_PARTS.exec(text)
  if (match === null) return null
  const [year, month, day] = match
    .slice(1)
    .map((part) => parseChineseNumber(part.normalize('NFKC').replaceAll('○', '〇')))
  if (year == null || month == null || day == null) return null
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = IsoDateSchema.safeParse(iso)
  return parsed.success ? parsed.data : null
}

/** A date as a field of a header has it: 2007-06-29, 2007/6/29, 2007.6.29, 2007年6月29日. */
export function dayOfField(text: string): IsoDate | null {
  const match = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*$/.exec(text)
  return match === null ? dayIn(text) : dayIn(`${match[1]}年${Number(match[2])}月${Number(match[3])}日`)
}

function withoutBrackets(text: string): string {
  const inner = /^（([\s\S]*)）$/.exec(text)?.[1]
  if (inner !== undefined) return inner.trim()
  const opens = text.split('（').length
  const closes = text.split('）').length
  // A bracket around all the history may be left at one end of a line of it.
  if (closes > opens) return text.replace(/）$/, '').trim()
  return opens > closes ? text.replace(/^（/, '').trim() : text
}

/**
 * The events in a line of history, one or several: （2007年6月29日第十届…通过　根据2012年12月28日…修正）.
 *
 * @returns nothing when the line isn't history
 */
export function eventsIn(text: string): StatuteEvent[] {
  const line = withoutBrackets(text.trim())
  if (!new RegExp(`^(?:根据|依据)?\\s*${DAY}`).test(line)) return []
  // A date may stand within an event: 根据2019年3月5日、6月1日….
  const pieces: string[] = []
  for (const piece of line.split(EVENT_START)) {
    const own = piece.trim()
    if (own === '') continue
    const before = pieces.at(-1)
    if (before !== undefined && !EVENT.test(before)) pieces[pieces.length - 1] = `${before}、${own}`
    else pieces.push(own)
  }
  return pieces.flatMap((event) => {
    const date = dayIn(event)
    return date === null || !EVENT.test(event) ? [] : [{ date, event }]
  })
}

/** Whether an event made a text: adopted, amended or revised it. */
export function makesText({ event }: StatuteEvent): boolean {
  return /通过|修正|修订|修改/.test(event)
}

/** Whether an event changed a text that was there: what its last article says of taking effect is older. */
export function amends({ event }: StatuteEvent): boolean {
  return /修正|修订|修改/.test(event)
}
