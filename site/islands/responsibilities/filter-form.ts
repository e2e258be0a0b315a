import { formatDay } from '../../lib/day.ts'
import type { Locale } from '../../lib/locale.ts'
import {
  type DutyFilter,
  FILTER_NAMES,
  type FilterName,
  filterQuery,
  isBackwards,
  matches,
  NO_FILTER,
  readFilter,
} from './filter.ts'

/**
 * Filters the rows of the responsibility list where they stand. The address carries the filter, so that a list can be sent
 * to someone and browser Back undoes a choice.
 */

/** The elements of the page that the filter works on. */
export interface FilterParts {
  readonly form: HTMLFormElement
  /** Each duty is a `tbody` with its facts as data. */
  readonly table: HTMLTableElement
  /** Live region that says how many duties are shown. */
  readonly status: HTMLElement
  /** Says the filter in words, for the printed list. */
  readonly words: HTMLElement
  readonly locale: Locale
}

type Field = HTMLSelectElement | HTMLInputElement

/** Puts values into a text; a function, because `$&` in a value would mean something. */
function fill(text: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (text ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Makes the form filter at once, and at the start for what the address asks. */
export function startFilter({ form, table, status, words, locale }: FilterParts): void {
  const texts = form.dataset
  const whole = status.textContent ?? ''
  const duties = [...table.tBodies].map((body) => {
    const { office = '', laws = '', status: state = '', due = '' } = body.dataset
    return { body, facts: { office, laws: laws.split(' '), status: state, due } }
  })
  const field = (name: FilterName): Field | null => form.querySelector<Field>(`[name="${name}"]`)

  const offers = (name: FilterName, value: string) => {
    const control = field(name)
    if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.value === value)
    // A day that doesn't exist or isn't of the year leaves the list whole.
    return control !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= control.min && value <= control.max
  }

  const chosen = (): DutyFilter => {
    const filter = { ...NO_FILTER }
    for (const name of FILTER_NAMES) {
      const control = field(name)
      // While a year is typed, the day is one of the first century.
      if (control?.validity.valid) filter[name] = control.value
    }
    return filter
  }

  const inWords = (filter: DutyFilter): string => {
    const parts = FILTER_NAMES.flatMap((name) => {
      const control = field(name)
      if (filter[name] === '' || control === null) return []
      const value =
        control instanceof HTMLSelectElement
          ? (control.selectedOptions[0]?.textContent ?? '')
          : formatDay(locale, filter[name])
      return [fill(texts.pair, { name: control.labels?.[0]?.textContent ?? '', value })]
    })
    return parts.length === 0 ? (texts.unfiltered ?? '') : fill(texts.words, { words: parts.join(texts.separator) })
  }

  const counted = (filter: DutyFilter, shown: number): string => {
    if (filterQuery(filter) === '') return whole
    if (shown > 0) return fill(texts.found, { shown, total: duties.length })
    return (isBackwards(filter) ? texts.backwards : texts.none) ?? ''
  }

  const show = (filter: DutyFilter) => {
    const shown = duties.filter(({ facts }) => matches(filter, facts))
    for (const { body, facts } of duties) body.hidden = !matches(filter, facts)
    table.hidden = shown.length === 0
    say(status, counted(filter, shown.length))
    say(words, inWords(filter))
  }

  const choose = (filter: DutyFilter) => {
    const query = filterQuery(filter)
    if (query !== location.search) history.pushState(null, '', location.pathname + query)
    show(filter)
  }

  const fromAddress = () => {
    const filter = readFilter(location.search, offers)
    for (const name of FILTER_NAMES) {
      const control = field(name)
      if (control !== null) control.value = filter[name]
    }
    show(filter)
  }

  form.addEventListener('change', () => choose(chosen()))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    for (const name of FILTER_NAMES) {
      const control = field(name)
      if (control !== null) control.value = ''
    }
    choose(NO_FILTER)
  })
  addEventListener('popstate', fromAddress)
  fromAddress()
}
