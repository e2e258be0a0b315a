import { articleLabel } from '../../domain/citation.ts'
import { type ArticleNumber, articleOrder, compareArticles } from '../../domain/law.ts'
import type { StatuteText } from '../../domain/statute.ts'
import type { Divisions } from './divisions.ts'
import { type ArticleMark, articleMark, divisionMark, isAnnex, isPointHeading } from './marks.ts'
import { joinBroken, paragraphsOf } from './paragraphs.ts'
import { type Repairs, repairHeading } from './repairs.ts'
import type { TextLine } from './text-lines.ts'

/** From the first article on: articles under their headings, and annexes. */

/** The body of a text, or the line that can't be placed. */
export type Body =
  | { readonly articles: StatuteText['articles']; readonly annexes: StatuteText['annexes'] }
  | { readonly place: string; readonly fault: string; readonly fix: string }

/** What web pages put below a text. */
const PAGE_FOOTER = /^(?:来源|责任编辑|编辑|责编|扫一扫|打印|关闭窗口|分享到|上一篇|下一篇)\s*(?:[：:].*)?$/

/** Whether an article follows another without a gap. */
function follows(before: ArticleNumber | undefined, number: ArticleNumber): boolean {
  const [main, inserted] = articleOrder(number)
  if (before === undefined) return main === 1 && inserted === 0
  const [mainBefore, insertedBefore] = articleOrder(before)
  return (main === mainBefore && inserted === insertedBefore + 1) || (main === mainBefore + 1 && inserted === 0)
}

interface OpenArticle {
  readonly place: string
  readonly number: ArticleNumber
  readonly path: string[]
  readonly lines: string[]
}

/** Reads one body, once. */
export class BodyReader {
  readonly #lines: readonly TextLine[]
  readonly #repairs: Repairs
  readonly #divisions: Divisions
  readonly #articles: OpenArticle[] = []
  readonly #annexes: { title: string; lines: string[] }[] = []

  /**
   * @param lines repaired, from the first article on
   * @param divisions headings that stand before the first article
   */
  constructor(lines: readonly TextLine[], divisions: Divisions, repairs: Repairs) {
    this.#lines = lines
    this.#divisions = divisions
    this.#repairs = repairs
  }

  read(): Body {
    for (const [index, line] of this.#lines.entries()) {
      const fault = this.#annexes.length > 0 ? this.#annexLine(line) : this.#line(line, index)
      if (fault !== null) return fault
    }
    for (const { number, lines, place } of this.#articles) {
      if (lines.length > 0) continue
      return { place, fault: `${articleLabel(number)}没有内容。`, fix: '对照官方文本补上；删去的条，写“（删去）”。' }
    }
    return {
      articles: this.#articles.map(({ number, path, lines, place }) => ({
        number,
        path,
        paragraphs: paragraphsOf(joinBroken(lines, this.#repairs, place)),
      })),
      annexes: this.#annexes,
    }
  }

  /** Whether the line begins an article; a sentence may begin with the number of one: 第三条规定的…. */
  #isArticle(mark: ArticleMark, line: TextLine): boolean {
    if (line.heading > 0 || line.isEmphasised || mark.isApart) return true
    return !/^[的之至到、和与及或第]|^规定/.test(mark.rest) && follows(this.#articles.at(-1)?.number, mark.number)
  }

  #line(line: TextLine, index: number): Extract<Body, { fault: string }> | null {
    const mark = articleMark(line.text)
    if (mark !== null && this.#isArticle(mark, line)) return this.#article(mark, line)
    const last = this.#articles.at(-1)
    const division = divisionMark(line.text, line.heading > 0)
    if (division !== null) {
      this.#divisions.open(division, repairHeading(line.text, this.#repairs, line.place))
      return null
    }
    if (line.heading > 0 || isAnnex(line.text)) {
      // An annex may have articles of its own, which don't go on counting.
      if (!this.#goesOnAfter(index)) this.#annexes.push({ title: line.text, lines: [] })
      else if (line.heading > 0)
        this.#divisions.open({ rank: 2, number: null }, repairHeading(line.text, this.#repairs, line.place))
      else last?.lines.push(line.text)
      return null
    }
    const next = this.#lines[index + 1]
    if (isPointHeading(line.text) && next !== undefined && articleMark(next.text)?.isApart) {
      this.#divisions.open({ rank: 2, number: null }, line.text)
      return null
    }
    if (PAGE_FOOTER.test(line.text) && !this.#goesOnAfter(index)) {
      this.#repairs.note('去掉网页上的文字', line.place)
      return null
    }
    if (/^[①②③]/.test(line.text) && !this.#goesOnAfter(index) && !last?.lines.at(-1)?.endsWith('：'))
      this.#annexes.push({ title: '注', lines: [line.text] })
    else last?.lines.push(line.text)
    return null
  }

  #article(mark: ArticleMark, { place }: TextLine): Extract<Body, { fault: string }> | null {
    const before = this.#articles.at(-1)
    if (before !== undefined && compareArticles(before.number, mark.number) >= 0) {
      const label = articleLabel(mark.number)
      return before.number === mark.number
        ? { place, fault: `${label}出现了两次。`, fix: '对照官方文本，删去多的一条或者改正条号。' }
        : {
            place,
            fault: `${articleLabel(before.number)}之后又是${label}，条号倒退。`,
            fix: '对照官方文本改正条号；后面是附件的，在它前面单独写一行“附件”；一个文件只放一部法律。',
          }
    }
    this.#articles.push({
      place,
      number: mark.number,
      path: this.#divisions.path(),
      lines: mark.rest === '' ? [] : [mark.rest],
    })
    return null
  }

  /** Whether the next article below a line goes on where the last one ended. */
  #goesOnAfter(index: number): boolean {
    for (let at = index + 1; at < this.#lines.length; at += 1) {
      const line = this.#lines[at]
      const mark = line === undefined ? null : articleMark(line.text)
      if (line !== undefined && mark !== null && (mark.isApart || line.isEmphasised || line.heading > 0))
        return follows(this.#articles.at(-1)?.number, mark.number)
    }
    return false
  }

  #annexLine(line: TextLine): null {
    const annex = this.#annexes.at(-1)
    if (line.heading > 0 || isAnnex(line.text)) {
      if (annex !== undefined && annex.lines.length === 0) annex.title = `${annex.title} ${line.text}`
      else this.#annexes.push({ title: line.text, lines: [] })
    } else annex?.lines.push(line.text)
    return null
  }
}
