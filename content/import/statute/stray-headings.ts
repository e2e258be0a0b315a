import { type Repairs, repairHeading } from './repairs.ts'

/**
 * Headings that a reader of web pages left at the end of the article before: 第四十三条 ends with a line 法律责任. They are told
 * from sentences by what they lack: an end, and the words of a duty.
 */

/** An article of a record, before its lines become paragraphs. */
export interface PathedArticle {
  readonly no: string
  path: string[]
  readonly lines: string[]
}

const SENTENCE = /[。；：？！＝=%％\d×]|应当|不得|可以|必须/
const MOST = 45
const SUB_HEADING = /^（[一二三四五六七八九十]+）/

function looksLikeHeading(line: string | undefined): line is string {
  return line !== undefined && line.length <= MOST && /\p{Script=Han}[、]?$/u.test(line) && !SENTENCE.test(line)
}

/** Takes the heading from the end of an article's lines: one line, or two where it was broken. */
function takeHeading(lines: string[]): string | null {
  const last = lines.at(-1)
  const isCut = lines.length > 2 && looksLikeHeading(lines.at(-2)) && /[。；”]$/.test(lines.at(-3) ?? '')
  const isWhole = lines.length > 1 && /[。；”]$/.test(lines.at(-2) ?? '')
  if (!looksLikeHeading(last) || /、$/.test(last) || !(isCut || isWhole)) return null
  return lines.splice(isCut ? -2 : -1).join('')
}

/** Whether a new heading stands above the next article, of which the stray line is the other half. */
function isUnfinished(own: readonly string[], next: readonly string[]): boolean {
  const last = next.at(-1)
  return last !== undefined && !own.includes(last) && next.length <= own.length
}

/** Puts stray headings where they belong: into the paths of the articles that follow. */
export function placeStrayHeadings(articles: readonly PathedArticle[], repairs: Repairs, place: string): void {
  for (const [index, own] of articles.entries()) {
    const next = articles[index + 1]
    const taken = next === undefined ? null : takeHeading(own.lines)
    if (next === undefined || taken === null) continue
    const heading = repairHeading(taken, repairs, place)
    repairs.note('粘在条文末尾的标题放回标题', `${place}（${own.no}）`)
    const following = articles.slice(index + 1)
    const above = next.path.join('\n')
    if (SUB_HEADING.test(heading)) {
      for (const article of following) {
        if (article.path.join('\n') !== above) break
        const others = SUB_HEADING.test(article.path.at(-1) ?? '') ? article.path.slice(0, -1) : article.path
        article.path = [...others, heading]
      }
    } else if (isUnfinished(own.path, next.path)) {
      const depth = next.path.length - 1
      const beginning = next.path[depth]
      for (const article of following) {
        if (article.path[depth] !== beginning) break
        article.path = article.path.with(depth, `${beginning}${heading}`)
      }
    } else {
      const depth = Math.max(own.path.length - 1, 0)
      const replaced = own.path[depth]
      for (const article of following) {
        if (article.path[depth] !== replaced) break
        article.path = [...article.path.slice(0, depth), heading, ...article.path.slice(depth + 1)]
      }
    }
  }
}
