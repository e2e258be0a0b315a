import type { MarkedText, SearchResult } from '../../content/domain/search-api.ts'
import type { Hit } from './find.ts'
import type { Fold } from './fold.ts'
import { markedPieces } from './marked.ts'
import type { SearchTexts } from './search-texts.ts'

/** The lines of the list: what the browser found, and what the server found. */

type Content = readonly (Node | string)[]

function element(name: string, className: string, ...children: Content): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** Makes the words that the reader looked for stand out. */
export type Mark = (text: string) => Content

/** Marks some words. */
export function markWith(marks: readonly string[], fold: Fold): Mark {
  return (text) =>
    markedPieces(text, marks, fold).map((piece) => (piece.marked ? element('mark', '', piece.text) : piece.text))
}

interface Parts {
  readonly path: string
  readonly lang: string
  readonly title: Content
  readonly kind: string
  readonly summary: Content
}

function line({ path, lang, title, kind, summary }: Parts, { prefix }: SearchTexts): HTMLElement {
  const link = document.createElement('a')
  link.href = `${prefix}${path}`
  link.lang = lang
  link.append(...title)
  const item = element('li', 'hit', element('p', 'hit-title', link, element('span', 'hit-kind', kind)))
  if (summary.length > 0) {
    const below = element('p', 'hit-summary', ...summary)
    below.lang = lang
    item.append(below)
  }
  return item
}

/** A line for a hit of the browser. */
export function hitLine({ path, title, summary, lang, kind }: Hit, mark: Mark, texts: SearchTexts): HTMLElement {
  const parts = {
    path,
    lang: lang ?? texts.contentLang,
    title: mark(title),
    kind: texts.kinds[kind],
    summary: summary === '' ? [] : mark(summary),
  }
  return line(parts, texts)
}

/** A text with its marks, as the server places them. */
function markedAt({ text, marks }: MarkedText): Content {
  let end = 0
  const pieces = marks.flatMap(([from, to]) => {
    const before = text.slice(end, from)
    end = to
    return [before, element('mark', '', text.slice(from, to))]
  })
  return [...pieces, text.slice(end)].filter((piece) => piece !== '')
}

/** A line for a result of the server. A text that isn't in force says so. */
export function resultLine({ href, title, snippet, kind, law }: SearchResult, texts: SearchTexts): HTMLElement {
  const status = law === null || law.status === 'in-force' ? [] : [texts.statuses[law.status]]
  const parts = {
    path: href,
    lang: texts.serviceLang ?? texts.contentLang,
    title: markedAt(title),
    kind: [texts.kinds[kind], ...status].join(' · '),
    summary: markedAt(snippet),
  }
  return line(parts, texts)
}
