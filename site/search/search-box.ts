import type { SearchResults } from '../../content/domain/search-api.ts'
import { NO_FOLD } from './fold.ts'
import { type LawChoiceParts, startLawChoice } from './law-choice.ts'
import { createLoader, type Search } from './load-find.ts'
import { additionsTo, filteredHits } from './merge.ts'
import { hitLine, type Mark, markWith, resultLine } from './search-lines.ts'
import { type SearchTexts, SearchTextsSchema } from './search-texts.ts'
import { addressOf, askServer, asksLaws, FILTERS, type Filters, filtersOf } from './server-search.ts'

/**
 * The search box of the search page. lunr and the index are loaded when the reader first turns to the field; what they find stands
 * there at once, and what the server finds in laws and bodies is added to the same list.
 */

const DELAY_MS = 150
/** So many of the browser's hits come before what the server adds; what follows fits less well. */
const BEST = 5

/** The elements of the search page that the box works on. */
export interface SearchParts {
  readonly form: HTMLFormElement
  readonly field: HTMLInputElement
  readonly filter: HTMLFormElement
  /** The question of the filter which law to search in. */
  readonly laws: LawChoiceParts
  /** Live region that says how many hits there are. */
  readonly status: HTMLElement
  /** Says that the server doesn't answer. */
  readonly away: HTMLElement
  readonly list: HTMLElement
  /** Asks the server for the next results. */
  readonly more: HTMLButtonElement
  /** Shown when nothing is found. */
  readonly none: HTMLElement
}

/** The list on the page. */
class ResultList {
  readonly #parts: SearchParts
  readonly #texts: SearchTexts
  /** Addresses of the lines, without language. */
  readonly #shown = new Set<string>()

  constructor(parts: SearchParts, texts: SearchTexts) {
    this.#parts = parts
    this.#texts = texts
  }

  /** Begins anew. */
  clear(message = ''): void {
    const { list, more, none, away, status } = this.#parts
    this.#shown.clear()
    list.replaceChildren()
    for (const part of [more, none, away]) part.hidden = true
    status.textContent = message
  }

  /** Shows what the browser found. What the server has added already stays below. */
  showHits(query: string, { hits, mark }: { hits: readonly Parameters<typeof hitLine>[0][]; mark: Mark }): void {
    this.clear()
    for (const { path } of hits) this.#shown.add(path)
    this.#parts.list.append(...hits.map((hit) => hitLine(hit, mark, this.#texts)))
    this.#count(query)
  }

  /** Adds what the server found; `null` when it didn't answer. */
  add(query: string, answer: SearchResults | null, filters: Filters): void {
    const { list, more, away } = this.#parts
    away.hidden = answer !== null
    if (answer === null) {
      away.textContent = asksLaws(filters) ? this.#texts.awayFiltered : this.#texts.away
      return
    }
    const { before, after } = additionsTo(this.#shown, answer.results)
    for (const { href } of answer.results) this.#shown.add(href)
    list.prepend(...before.map((result) => resultLine(result, this.#texts)))
    const lines = after.map((result) => resultLine(result, this.#texts))
    const unseen = answer.page === 1 ? this.#firstUnseen() : undefined
    if (unseen === undefined) list.append(...lines)
    else unseen.before(...lines)
    more.hidden = !answer.more
    this.#count(query)
  }

  /** The first line below what the reader sees: what is put before it moves nothing that is being read. */
  #firstUnseen(): Element | undefined {
    return [...this.#parts.list.children].find(
      (line, place) => place >= BEST && line.getBoundingClientRect().top > window.innerHeight,
    )
  }

  #count(query: string): void {
    const { list, none, status } = this.#parts
    const count = list.childElementCount
    none.hidden = count > 0
    const { found, foundNone } = this.#texts
    // A function, because `$&` in a text to fill in would mean something.
    status.textContent =
      count > 0 ? found.replace('{{count}}', String(count)) : foundNone.replace('{{query}}', () => query)
  }
}

/**
 * Makes the field of a search page answer while the reader types, and at once for `?q=` in the address.
 *
 * @param json texts as `SearchTextsSchema` describes them
 */
export function startSearchBox(parts: SearchParts, json: string): void {
  const { form, field, filter, laws, list, more, status } = parts
  const texts = SearchTextsSchema.parse(JSON.parse(json))
  const loader = createLoader(texts)
  const results = new ResultList(parts, texts)
  let loaded = false
  let timer = 0
  let asked = ''
  let page = 1

  const filters = (): Filters => {
    const data = new FormData(filter)
    return filtersOf(new URLSearchParams(FILTERS.map((name): [string, string] => [name, String(data.get(name) ?? '')])))
  }

  const search = async () => {
    const query = field.value.trim()
    const chosen = filters()
    const address = addressOf(query, chosen)
    asked = address
    page = 1
    history.replaceState(null, '', address === '' ? location.pathname : `?${address}`)
    if (query === '') return results.clear()
    if (!loaded) status.textContent = texts.reading
    const isCurrent = () => address === asked
    const server = askServer(query, chosen)
    const show = ({ find, fold }: Search, isWhole: boolean) => {
      const { hits, marks } = find(query)
      // Answers to what has since been changed are of no use.
      if (!isCurrent()) return
      // Headings, and on large sites summaries, may still be on their way: nothing found yet isn't nothing found.
      if (hits.length === 0 && !isWhole) results.clear(texts.reading)
      else results.showHits(query, { hits: filteredHits(hits, chosen), mark: markWith(marks, fold) })
    }
    try {
      const first = await loader.ready(query)
      loaded = true
      show(first, false)
      show(await loader.withArticles(query), true)
    } catch (error) {
      console.error(error)
      if (isCurrent()) results.clear(texts.failed)
    }
    const answer = await server
    if (!isCurrent() || (answer === null && !loaded)) return
    results.add(query, answer, chosen)
  }

  const readMore = async () => {
    const address = asked
    page += 1
    const [query, place] = [field.value.trim(), list.childElementCount]
    more.disabled = true
    const answer = await askServer(query, filters(), page)
    more.disabled = false
    if (address !== asked) return
    results.add(query, answer, filters())
    // The button may be gone; who came by keyboard goes on at the first new line.
    list.children[place]?.querySelector('a')?.focus()
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
  filter.addEventListener('change', () => void search())
  filter.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty only after the event.
  filter.addEventListener('reset', () => setTimeout(() => void search()))
  more.addEventListener('click', () => void readMore())

  const wanted = new URLSearchParams(location.search)
  const given = filtersOf(wanted)
  for (const name of FILTERS) {
    const control = filter.elements.namedItem(name)
    if (given[name] === '' || !(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) continue
    control.value = given[name]
    laws.details.open = true
  }
  startLawChoice(laws, {
    texts,
    // Without the table of characters, names are compared as they are typed.
    foldFor: (name) =>
      loader.ready(name).then(
        ({ fold }) => fold,
        () => NO_FOLD,
      ),
  })
  const query = wanted.get('q')
  if (query !== null) {
    field.value = query
    void search()
  }
}
