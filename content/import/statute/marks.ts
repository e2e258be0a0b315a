import { parseChineseNumber } from '../../domain/chinese-number.ts'
import type { ArticleNumber } from '../../domain/law.ts'

/** What a line of a statute is, by how it begins. Terms follow 立法法 (2023) art. 65: 编, 章, 节, 条, 款, 项, 目. */

const NUMBER = '[〇零一二三四五六七八九十百千\\d０-９]+'
// 第三条之一般规定 isn't 第三条之一.
const ARTICLE = new RegExp(`^第\\s?(${NUMBER})\\s?条(?:之(${NUMBER})(?![般定些律切]))?([\\s：:]*)`)
const DIVISION = new RegExp(`^第\\s?(${NUMBER})\\s?(分编|[编篇章节])(\\s*)(.*)$`)
const NAMED_DIVISION = /^(?:总\s*则|分\s*则|附\s*则|罚\s*则)$/
const POINT_HEADING = /^[一二三四五六七八九十]{1,3}、\s*([^。；：！？，]{1,40})$/
const ITEM = /^（[一二三四五六七八九十百]+）/
const SUB_ITEM = /^(?:\d{1,2}[.．、]|（\d{1,2}）|[①-⑳])/
const ANNEX = /^附\s*(?:件|表|录|图)?\s*(?:[一二三四五六七八九十\d０-９]{1,3})?\s*(?:[：:　\s].{0,60})?$/
const CONTENTS = /^目\s*[录次]$/
const PREFACE = /^(?:序\s*言|前\s*言|序)$/

function chineseNumber(text: string | undefined): number | null {
  return text === undefined ? null : parseChineseNumber(text.normalize('NFKC'))
}

/** Beginning of an article. */
export interface ArticleMark {
  readonly number: ArticleNumber
  /** What follows the number on its line. */
  readonly rest: string
  /** Whether the number is set apart from what follows, as at the beginning of an article. */
  readonly isApart: boolean
}

/** The article that a line begins, if it looks like one: 第一百二十三条之一　…, 第38条 …. */
export function articleMark(text: string): ArticleMark | null {
  const match = ARTICLE.exec(text)
  if (match === null) return null
  const main = chineseNumber(match[1])
  const inserted = match[2] === undefined ? undefined : chineseNumber(match[2])
  if (main === null || main === 0 || inserted === null || inserted === 0) return null
  const rest = text.slice(match[0].length)
  return {
    number: inserted === undefined ? `${main}` : `${main}-${inserted}`,
    rest,
    isApart: match[3] !== '' || rest === '',
  }
}

/** A heading of a part, chapter or section. */
export interface DivisionMark {
  /** 0 for 编, 1 for 分编, 2 for 章, 3 for 节. */
  readonly rank: number
  /** Its number; `null` for 附则 and the like. */
  readonly number: number | null
}

const RANKS: Readonly<Record<string, number>> = { 编: 0, 篇: 0, 分编: 1, 章: 2, 节: 3 }

/** The division that a line heads, or `null`. @param isHeading whether the source marks the line as a heading */
export function divisionMark(text: string, isHeading: boolean): DivisionMark | null {
  const match = DIVISION.exec(text)
  if (match !== null) {
    const number = chineseNumber(match[1])
    const name = match[4] ?? ''
    // A sentence may begin with the number of a chapter: 第二章规定的情形，….
    const isSentence =
      !isHeading && (/[。；：，]/.test(name) || name.length > 40 || (match[3] === '' && /的|规定/.test(name)))
    return number === null || isSentence ? null : { rank: RANKS[match[2] ?? ''] ?? 2, number }
  }
  if (NAMED_DIVISION.test(text)) return { rank: 2, number: null }
  return null
}

/** Whether a line is a heading such as 一、管辖 in a judicial interpretation. */
export function isPointHeading(text: string): boolean {
  return POINT_HEADING.test(text)
}

/** Whether a line is an item (项): （一）…. */
export function isItem(text: string): boolean {
  return ITEM.test(text)
}

/** Whether a line is a sub-item (目), or an item of a text that counts them with figures: 1.…. */
export function isSubItem(text: string): boolean {
  return SUB_ITEM.test(text)
}

/** Whether a line begins an annex: 附件一　…, 附：…. */
export function isAnnex(text: string): boolean {
  return ANNEX.test(text)
}

/** Whether a line heads a table of contents. */
export function isContents(text: string): boolean {
  return CONTENTS.test(text)
}

/** Whether a line heads a preface. */
export function isPreface(text: string): boolean {
  return PREFACE.test(text)
}
