import { articleLabel } from '../../content/domain/citation.ts'
import type { ArticleNumber } from '../../content/domain/law.ts'
import { articleAnchor, itemAnchor, paragraphAnchor } from '../../content/domain/law-library.ts'
import type { StatuteArticle, StatuteParagraph, StatuteText } from '../../content/domain/statute.ts'

/**
 * An official text as HTML, in pieces: headings and articles. Made as strings, since the longest text has 1,260 articles and
 * is the same in every language of the interface.
 */

/** A heading of a part, chapter or section. */
export interface StatuteHeading {
  readonly kind: 'heading'
  readonly id: string
  /** 1 for the outermost division. */
  readonly depth: number
  readonly text: string
}

/** An article. */
export interface StatuteProvision {
  readonly kind: 'article'
  readonly id: string
  readonly number: ArticleNumber
  /** `第三十八条`. */
  readonly label: string
  /** Depth of the division it stands in; 0 in a text without divisions. */
  readonly depth: number
  /** Its paragraphs as HTML. */
  readonly html: string
}

export type StatuteBlock = StatuteHeading | StatuteProvision

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text with the characters that mean something in HTML escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** Sub-items (目) stand in the text of their item, a line each. */
function linesHtml(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>')
}

/** Attribute of what can be cited; nothing where the address belongs to another article of the same number. */
function idAttribute(id: string | undefined): string {
  return id === undefined ? '' : ` id="${id}"`
}

function paragraphHtml(
  { text, items = [] }: StatuteParagraph,
  id: string | undefined,
  idOfItem: (place: number) => string | undefined,
): string {
  const opening = `<p${idAttribute(id)}>`
  const lines = items.map((item, index) => `<li${idAttribute(idOfItem(index + 1))}>${linesHtml(item)}</li>`)
  const list = items.length === 0 ? '' : `<ul>${lines.join('')}</ul>`
  return `${opening}${linesHtml(text)}</p>${list}`
}

function provision(article: StatuteArticle, taken: Set<string>, numbers: ReadonlySet<ArticleNumber>): StatuteProvision {
  const { number, path, paragraphs } = article
  // A text that counts its articles anew, in an annex perhaps, has a number twice; the first one has the address.
  const first = articleAnchor(number)
  let id = first
  for (let count = 2; taken.has(id); count += 1) id = `${first}~${count}`
  taken.add(id)
  const isFirst = id === first
  const html = paragraphs
    .map((paragraph, index) => {
      const place = index + 1
      const own = isFirst && paragraphs.length > 1 ? paragraphAnchor(number, place, numbers) : undefined
      return paragraphHtml(paragraph, own, (item) => (isFirst ? itemAnchor(number, place, item, numbers) : undefined))
    })
    .join('')
  return { kind: 'article', id, number, label: articleLabel(number), depth: path.length, html }
}

/** The headings and articles of a text, in its order. */
export function statuteBlocks({ articles }: Pick<StatuteText, 'articles'>): StatuteBlock[] {
  const numbers = new Set(articles.map(({ number }) => number))
  const taken = new Set<string>()
  const blocks: StatuteBlock[] = []
  let path: readonly string[] = []
  let headings = 0
  for (const article of articles) {
    const differs = article.path.findIndex((text, index) => text !== path[index])
    if (differs !== -1) {
      for (const [index, text] of article.path.entries()) {
        if (index < differs) continue
        headings += 1
        blocks.push({ kind: 'heading', id: `part-${headings}`, depth: index + 1, text })
      }
    }
    path = article.path
    blocks.push(provision(article, taken, numbers))
  }
  return blocks
}

/** Level of the heading of a division of a depth, or of an article in it, below an `h2`. */
export function headingLevel(depth: number): number {
  return Math.min(2 + depth, 6)
}

/**
 * A block as HTML: what a page of a text without gists consists of.
 *
 * @param lang of a heading that doesn't stand in an element of its language
 */
export function blockHtml(block: StatuteBlock, lang?: string): string {
  if (block.kind === 'heading') {
    const level = headingLevel(block.depth)
    const own = lang === undefined ? '' : ` lang="${lang}"`
    return `<h${level} id="${block.id}" class="division"${own}>${escapeHtml(block.text)}</h${level}>`
  }
  const level = headingLevel(block.depth + 1)
  return `<article class="article" id="${block.id}"><h${level}>${block.label}</h${level}>${block.html}</article>`
}

let last: { statute: StatuteText; blocks: StatuteBlock[]; html: string } | undefined

/** A text with its HTML. The languages of a page are rendered one after the other, so the last one is remembered. */
export function renderedStatute(statute: StatuteText): { blocks: readonly StatuteBlock[]; html: string } {
  if (last?.statute !== statute) {
    const blocks = statuteBlocks(statute)
    last = { statute, blocks, html: blocks.map((block) => blockHtml(block)).join('') }
  }
  return last
}

/** A division in the list of contents, with the divisions within. */
export interface ContentsEntry {
  readonly id: string
  readonly text: string
  readonly within: { readonly id: string; readonly text: string }[]
}

/** The parts of a text and their chapters, or its chapters; deeper divisions are left out. */
export function contentsOf(blocks: readonly StatuteBlock[]): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.depth > 2) continue
    const { id, text } = block
    if (block.depth === 1) entries.push({ id, text, within: [] })
    else entries.at(-1)?.within.push({ id, text })
  }
  return entries
}
