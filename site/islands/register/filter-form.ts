import { formatDay } from '../../lib/day.ts'
import type { Locale } from '../../lib/locale.ts'
import {
  type Facts,
  type Filter,
  filterQuery,
  isBackwards,
  matches,
  type Question,
  readFilter,
  type Sort,
  sorted,
} from './filter.ts'

/**
 * Filters and sorts the entries of a register where they stand. The address carries the choice, so that a list can be sent to
 * someone and browser Back undoes it.
 */

/** An entry: its element, and what can be asked about it. */
export interface RegisterEntry {
  readonly element: HTMLElement
  readonly facts: Facts
}

/** The elements of the page that the filter works on. */
export interface RegisterParts {
  /** Has a control for each question, and for `sort` where there are orders; its data are the texts. */
  readonly form: HTMLFormElement
  /** Disappears when no entry is left. */
  readonly list: HTMLElement
  readonly entries: readonly RegisterEntry[]
  /** Live region that says how many entries are shown. */
  readonly status: HTMLElement
  /** Says the filter in words, for the printed list. */
  readonly words: HTMLElement
  readonly locale: Locale
  readonly questions: readonly Question[]
  /** Orders by their value in the form; without a choice, that of the page. */
  readonly sorts?: Readonly<Record<string, Sort>>
}

type Field = HTMLSelectElement | HTMLInputElement

/** The question in form and address that chooses the order. */
const SORT = 'sort'

/** Puts values into a text; a function, because `$&` in a value would mean something. */
function fill(text: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (text ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Makes the form filter at once, and at the start for what the address asks. */
export function startRegister(parts: RegisterParts): void {
  const { form, list, entries, status, words, locale, questions, sorts = {} } = parts
  const texts = form.dataset
  const whole = status.textContent ?? ''
  const names = [...questions.map(({ name }) => name), SORT]
  const field = (name: string): Field | null => form.querySelector<Field>(`[name="${name}"]`)

  const offers = (name: string, value: string) => {
    const control = field(name)
    if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.value === value)
    // A day that doesn't exist or isn't of the year leaves the list whole.
    return control !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= control.min && value <= control.max
  }

  const chosen = (): Filter =>
    Object.fromEntries(
      names.map((name) => {
        const control = field(name)
        // While a year is typed, the day is one of the first century.
        return [name, control?.validity.valid ? control.value : '']
      }),
    )

  const inWords = (filter: Filter): string => {
    const said = questions.flatMap(({ name }) => {
      const control = field(name)
      const asked = filter[name]
      if (!asked || control === null) return []
      const value =
        control instanceof HTMLSelectElement
          ? (control.selectedOptions[0]?.textContent ?? '')
          : formatDay(locale, asked)
      return [fill(texts.pair, { name: control.labels?.[0]?.textContent ?? '', value })]
    })
    return said.length === 0 ? (texts.unfiltered ?? '') : fill(texts.words, { words: said.join(texts.separator) })
  }

  const counted = (filter: Filter, shown: number): string => {
    if (questions.every(({ name }) => !filter[name])) return whole
    if (shown > 0) return fill(texts.found, { shown, total: entries.length })
    return (isBackwards(questions, filter) ? texts.backwards : texts.none) ?? ''
  }

  const order = (choice: string) => {
    const sort = sorts[choice]
    const wanted = sort === undefined ? entries : sorted(entries, sort)
    // Moving an element takes the focus from what is in it.
    if (wanted.every(({ element }, index) => list.children[index] === element)) return
    list.append(...wanted.map(({ element }) => element))
  }

  const show = (filter: Filter) => {
    const shown = entries.filter(({ facts }) => matches(questions, filter, facts))
    for (const { element, facts } of entries) element.hidden = !matches(questions, filter, facts)
    if (field(SORT) !== null) order(filter[SORT] ?? '')
    list.hidden = shown.length === 0
    say(status, counted(filter, shown.length))
    say(words, inWords(filter))
  }

  const choose = (filter: Filter) => {
    const query = filterQuery(names, filter)
    if (query !== location.search) history.pushState(null, '', location.pathname + query)
    show(filter)
  }

  const set = (filter: Filter) => {
    for (const name of names) {
      const control = field(name)
      if (control !== null) control.value = filter[name] ?? ''
    }
  }

  const fromAddress = () => {
    const filter = readFilter(names, location.search, offers)
    set(filter)
    show(filter)
  }

  form.addEventListener('change', () => choose(chosen()))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    set({})
    choose({})
  })
  addEventListener('popstate', fromAddress)
  fromAddress()
}

/** The parts of a page that every register has, by their ids and classes; `null` on a page that lacks one. */
export function registerParts(
  locales: readonly Locale[],
): Pick<RegisterParts, 'form' | 'status' | 'words' | 'locale'> | null {
  const form = document.querySelector<HTMLFormElement>('form.register-filter')
  const [status, words] = ['register-status', 'register-words'].map((id) => document.getElementById(id))
  const locale = locales.find((own) => own === document.documentElement.lang)
  return form && status && words && locale ? { form, status, words, locale } : null
}
