import type { Find, Hit } from './find.ts'
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

function marked(text: string, marks: readonly string[]): (Node | string)[] {
  return markedPieces(text, marks).map((piece) => (piece.marked ? element('mark', '', piece.text) : piece.text))
}

function line(hit: Hit, marks: readonly string[], texts: SearchTexts): HTMLElement {
  const link = document.createElement('a')
  link.href = `${texts.prefix}${hit.path}`
  link.lang = 'zh-CN'
  link.append(...marked(hit.title, marks))
  const item = element('li', 'hit', element('p', 'hit-title', link, element('span', 'hit-kind', texts.kinds[hit.kind])))
  if (hit.summary !== '') {
    const summary = element('p', 'hit-summary', ...marked(hit.summary, marks))
    summary.lang = 'zh-CN'
    item.append(summary)
  }
  return item
}

async function load(path: string): Promise<Find> {
  const [{ createFind }, response] = await Promise.all([import('./find.ts'), fetch(path)])
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return createFind(await response.json())
}

/**
 * Makes the field of a search page answer while the reader types, and at once for `?q=` in the address.
 *
 * @param json texts as `SearchTextsSchema` describes them
 */
export function startSearchBox({ form, field, status, list, none }: SearchParts, json: string): void {
  const texts = SearchTextsSchema.parse(JSON.parse(json))
  let loading: Promise<Find> | null = null
  let timer = 0
  let asked = ''

  const ready = (): Promise<Find> => {
    loading ??= load(texts.indexPath).catch((error: unknown) => {
      // The next try starts anew: the network may be back.
      loading = null
      throw error
    })
    return loading
  }

  const show = (hits: readonly Hit[], marks: readonly string[], message: string) => {
    list.replaceChildren(...hits.map((hit) => line(hit, marks, texts)))
    status.textContent = message
    none.hidden = hits.length > 0 || message === ''
  }

  const search = async () => {
    const query = field.value.trim()
    asked = query
    // Unlike encodeURIComponent, URLSearchParams takes any text, even half of an emoji.
    history.replaceState(null, '', query === '' ? location.pathname : `?${new URLSearchParams({ q: query })}`)
    if (query === '') return show([], [], '')
    if (loading === null) status.textContent = texts.reading
    try {
      const find = await ready()
      // Answers to what has since been changed are of no use.
      if (query !== asked) return
      const { hits, marks } = find(query)
      const found = texts.found.replace('{{count}}', String(hits.length))
      // A function, because `$&` in a text to fill in would mean something.
      show(hits, marks, hits.length > 0 ? found : texts.foundNone.replace('{{query}}', () => query))
    } catch (error) {
      console.error(error)
      show([], [], texts.failed)
    }
  }

  field.addEventListener('focus', () => void ready().catch(() => undefined), { once: true })
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
