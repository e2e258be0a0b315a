import type { ElementContent } from 'hast'
import { findCitations, isResolved, resolveCitation } from '../../content/domain/citation.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import { isPreview, laws } from './content.ts'
import { citationHref } from './law-library.ts'
import { CONTENT_LANGUAGE, type Locale, localePath } from './locale.ts'

/**
 * Citations in running text as links to the article they mean.
 */

/** What a citation on a page depends on: the language of the links and the day whose law the page speaks of. */
export interface CitationContext {
  readonly locale: Locale
  readonly asOf: IsoDate
  /** The text around is in English, so that its citations need to be marked as Chinese. */
  readonly english?: boolean
}

/** Value for the `lang` attribute of a citation: names of laws are Chinese in every text. */
export function citationLang({ english }: CitationContext): Locale | undefined {
  return english === true ? CONTENT_LANGUAGE : undefined
}

/** A stretch of text; with `href`, a citation. */
export interface TextPiece {
  readonly text: string
  readonly href?: string
}

/**
 * Cuts a text at its citations.
 *
 * @example citationPieces('见《劳动法》第五十条。', { locale: 'en', asOf: '2026-11-01' })
 * // [{ text: '见' }, { text: '《劳动法》第五十条', href: '/en/laws/labour-law/#art-50' }, { text: '。' }]
 * @throws {Error} for a citation that doesn't stand; the checks report those of pages earlier, with file and line
 */
export function citationPieces(text: string, { locale, asOf }: CitationContext): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of findCitations(text)) {
    const to = resolveCitation(laws, match, asOf)
    if (!isResolved(to)) {
      // A preview names the fault at the top of the page; the text stays as it was written.
      if (isPreview) continue
      throw new Error(`${to.fault} ${to.fix}`)
    }
    if (match.start > from) pieces.push({ text: text.slice(from, match.start) })
    pieces.push({ text: match.text, href: localePath(locale, citationHref(to, match)) })
    from = match.end
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** A text as nodes of HTML, in which every citation is a link. */
export function citationNodes(text: string, context: CitationContext): ElementContent[] {
  return citationPieces(text, context).map((piece): ElementContent => {
    const value = { type: 'text' as const, value: piece.text }
    if (piece.href === undefined) return value
    return {
      type: 'element',
      tagName: 'a',
      properties: { className: ['citation'], href: piece.href, lang: citationLang(context) },
      children: [value],
    }
  })
}
