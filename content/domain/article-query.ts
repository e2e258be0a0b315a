import { parseChineseNumber } from './chinese-number.ts'
import { formatCitation } from './citation.ts'
import type { ArticleNumber } from './law.ts'

/**
 * Looking an article up by what staff type: 劳动合同法38条, 劳动合同法第三十八条第二款, 《工伤保险条例》14, 劳合法 38. Without zod, because
 * browsers ask too.
 */

/** A law that can be named. */
export interface NamedLaw {
  readonly id: string
  /** Name used in citations: the first one to be compared. */
  readonly name: string
  /** Full title, aliases. */
  readonly others: readonly string[]
}

/** What was looked up. */
export interface ArticleQuery {
  readonly law: NamedLaw
  readonly article: ArticleNumber
  readonly paragraph: number | null
  readonly item: number | null
}

const NUMBER = '[〇零一二三四五六七八九十百千\\d]+'
/** What follows the name; 条 may be missing where nothing follows it. */
const REST = new RegExp(
  `^第?(${NUMBER})(?:条(?:之(${NUMBER}))?(?:第?(${NUMBER})款)?(?:第?[(]?(${NUMBER})[)]?项)?|之(${NUMBER})|-(\\d{1,2}))?$`,
)
/** Longer texts are questions, not citations. */
const LONGEST = 80

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[《》〈〉<>\s]/gu, '')
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : parseChineseNumber(digits)
}

/** Whether a text has the characters of another in their order, the first and the last at the same ends: 劳合法 in 劳动合同法. */
function abbreviates(short: string, name: string): boolean {
  if (short.length < 2 || short.length >= name.length || short[0] !== name[0] || short.at(-1) !== name.at(-1))
    return false
  let at = 0
  for (const character of name) if (character === short[at]) at += 1
  return at === short.length
}

/** The law that a text names: by a name it has, or else by an abbreviation that one shortest name fits. */
function named(text: string, laws: readonly NamedLaw[]): NamedLaw | null {
  const exact = laws.find(({ name, others }) => [name, ...others].some((own) => plain(own) === text))
  if (exact !== undefined) return exact
  const fitting = laws.filter(({ name }) => abbreviates(text, plain(name)))
  const shortest = Math.min(...fitting.map(({ name }) => name.length))
  const [one, ...more] = fitting.filter(({ name }) => name.length === shortest)
  return one === undefined || more.length > 0 ? null : one
}

/**
 * Reads what names one article of one law and nothing else.
 *
 * @param typed in Simplified characters; full-width forms, spaces and brackets don't matter
 * @param laws those that can be named
 * @returns `null` for everything else; whether the law has that article is not asked here
 */
export function parseArticleQuery(typed: string, laws: readonly NamedLaw[]): ArticleQuery | null {
  const text = plain(typed)
  if (text.length > LONGEST) return null
  // The longest name first, since a name may end with a number.
  for (let end = text.length - 1; end >= 2; end -= 1) {
    const found = REST.exec(text.slice(end))
    if (found === null) continue
    const [, main, inserted, paragraph, item, short, dashed] = found
    const law = named(text.slice(0, end), laws)
    const number = numberOf(main)
    if (law === null || number === null || number === 0 || number > 9999) continue
    const place = numberOf(inserted ?? short ?? dashed)
    if (place !== null && (place === 0 || place > 99)) continue
    return {
      law,
      article: place === null ? `${number}` : `${number}-${place}`,
      paragraph: numberOf(paragraph),
      item: numberOf(item),
    }
  }
  return null
}

/** What was looked up in standard form: 《劳动合同法》第三十八条第二款. */
export function articleQueryLabel({ law, article, paragraph, item }: ArticleQuery): string {
  return formatCitation(law.name, { article, paragraph, item })
}
