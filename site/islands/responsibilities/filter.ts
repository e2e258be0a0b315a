/**
 * The filter of the responsibility list: what can be asked, how the address says it, and which duties it keeps.
 */

/** What is asked for; an empty text asks for nothing. Days are `YYYY-MM-DD`, both included. */
export interface DutyFilter {
  readonly office: string
  readonly law: string
  readonly status: string
  readonly from: string
  readonly to: string
}

export type FilterName = keyof DutyFilter

export const NO_FILTER: DutyFilter = { office: '', law: '', status: '', from: '', to: '' }

/** The questions in the order of the form and the address. */
export const FILTER_NAMES: readonly FilterName[] = ['office', 'law', 'status', 'from', 'to']

/** What of a duty is asked about; `laws` are ids. */
export interface DutyFacts {
  readonly office: string
  readonly laws: readonly string[]
  readonly status: string
  readonly due: string
}

/**
 * The filter that an address asks for. What the list doesn't offer is left out, so that an old link still shows something.
 *
 * @param query such as `?status=overdue`
 * @param offers whether the list offers a value
 */
export function readFilter(query: string, offers: (name: FilterName, value: string) => boolean): DutyFilter {
  const asked = new URLSearchParams(query)
  const filter = { ...NO_FILTER }
  for (const name of FILTER_NAMES) {
    const value = asked.get(name) ?? ''
    if (value !== '' && offers(name, value)) filter[name] = value
  }
  return filter
}

/** What an address says of a filter: `?office=…&status=overdue`, or nothing. */
export function filterQuery(filter: DutyFilter): string {
  const asked = new URLSearchParams(FILTER_NAMES.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]])))
  return asked.size === 0 ? '' : `?${asked}`
}

/** Whether a duty is among what is asked for. */
export function matches(filter: DutyFilter, { office, laws, status, due }: DutyFacts): boolean {
  return (
    (filter.office === '' || filter.office === office) &&
    (filter.law === '' || laws.includes(filter.law)) &&
    (filter.status === '' || filter.status === status) &&
    (filter.from === '' || filter.from <= due) &&
    (filter.to === '' || due <= filter.to)
  )
}

/** Whether the days stand the wrong way round, so that nothing can match. */
export function isBackwards({ from, to }: DutyFilter): boolean {
  return from !== '' && to !== '' && from > to
}
