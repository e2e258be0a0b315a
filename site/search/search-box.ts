import type { Hit } from './find.ts'
import type { Fold } from './fold.ts'
import { createLoader, type Search } from './load-find.ts'
import { markedPieces } from './marked.ts'
import { type SearchTexts, SearchTextsSchema } from './search-texts.ts'

/**
 * The search box of the search page. lunr and the index are loaded when the reader first turns to the field.
 */

const DELAY_MS = 150

/** The elements of the search page that the box works on. */
export interface SearchParts {
  readonly form: HTMLFormElement
  readonly field: HTMLInputElement
  /** Live region that says how many hits there are. */
  readonly status: HTMLElement
  readonly list: HTMLElement
  /** Shown when nothing is found. */
  readonly none: HTMLElement
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** Makes the words that the reader looked for stand out. */
type Mark = (text: string) => (Node | string)[]

function markWith(marks: readonly string[], fold: Fold): Mark {
  return (text) =>
    markedPieces(text, marks, fold).map((piece) => (piece.marked ? element('mark', '', piece.text) : piece.text))
}

const plainly: Mark = (text) => [text]

function line(hit: Hit, mark: Mark, texts: SearchTexts): HTMLElement {
  const link = document.createElement('a')
  link.href = `${texts.prefix}${hit.path}`
  link.lang = hit.lang ?? texts.contentLang
  link.append(...mark(hit.title))
  const item = element('li', 'hit', element('p', 'hit-title', link, element('span', 'hit-kind', texts.kinds[hit.kind])))
  if (hit.summary !== '') {
    const summary = element('p', 'hit-summary', ...mark(hit.summary))
    summary.lang = link.lang
    item.append(summary)
  }
  return item
}

/**
 * Makes the field of a search page answer while the reader types, and at once for `?q=` in the address.
 *
 * @param json texts as `SearchTextsSchema` describes them
 */
export function startSearchBox({ form, field, status, list, none }: SearchParts, json: string): void {
  const texts = SearchTextsSchema.parse(JSON.parse(json))
  const loader = createLoader(texts)
  let loaded = false
  let timer = 0
  let asked = ''

  const show = (hits: readonly Hit[], mark: Mark, message: string) => {
    list.replaceChildren(...hits.map((hit) => line(hit, mark, texts)))
    status.textContent = message
    none.hidden = hits.length > 0 || message === ''
  }

  const answer = (query: string, { find, fold }: Search) => {
    const { hits, marks } = find(query)
    const found = texts.found.replace('{{count}}', String(hits.length))
    // A function, because `$&` in a text to fill in would mean something.
    show(hits, markWith(marks, fold), hits.length > 0 ? found : texts.foundNone.replace('{{query}}', () => query))
  }

  const search = async () => {
    const query = field.value.trim()
    asked = query
    // Unlike encodeURIComponent, URLSearchParams takes any text, even half of an emoji.
    history.replaceState(null, '', query === '' ? location.pathname : `?${new URLSearchParams({ q: query })}`)
    if (query === '') return show([], plainly, '')
    if (!loaded) status.textContent = texts.reading
    try {
      const first = await loader.ready(query)
      loaded = true
      // Answers to what has since been changed are of no use.
      if (query === asked) answer(query, first)
      const all = await loader.withArticles(query)
      if (query === asked) answer(query, all)
    } catch (error) {
      console.error(error)
      show([], plainly, texts.failed)
    }
  }

  field.addEventListener('focus', () => void loader.ready('').catch(() => undefined), { once: true })
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void search(), DELAY_MS)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    void search()
  })

  const wanted = new URLSearchParams(location.search).get('q')
  if (wanted !== null) {
    field.value = wanted
    void search()
  }
}
