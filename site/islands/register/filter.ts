/**
 * The filter of a register (responsibility list, documents): what can be asked, how the address says it, and which entries it
 * keeps.
 */

/** How the answer to a question meets an entry: `from` and `to` are days, both included. */
export type Match = 'is' | 'among' | 'from' | 'to'

/** One question of a register. */
export interface Question {
  /** In the form and the address. */
  readonly name: string
  /** The fact of an entry that it is about; for `among` words with blanks between, for `from` and `to` an ISO day. */
  readonly fact: string
  readonly match: Match
}

/** What is asked for, by question; an empty text asks for nothing. */
export type Filter = Readonly<Record<string, string>>

/** What of an entry is asked about. */
export type Facts = Readonly<Partial<Record<string, string>>>

/**
 * The answers that an address gives. What the register doesn't offer is left out, so that an old link still shows something.
 *
 * @param names of the questions
 * @param query such as `?status=overdue`
 * @param offers whether the register offers a value
 */
export function readFilter(
  names: readonly string[],
  query: string,
  offers: (name: string, value: string) => boolean,
): Filter {
  const asked = new URLSearchParams(query)
  return Object.fromEntries(
    names.map((name) => {
      const value = asked.get(name) ?? ''
      return [name, value !== '' && offers(name, value) ? value : '']
    }),
  )
}

/** What an address says of a filter: `?office=…&status=overdue`, or nothing. */
export function filterQuery(names: readonly string[], filter: Filter): string {
  const asked = new URLSearchParams(names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])))
  return asked.size === 0 ? '' : `?${asked}`
}

/** Whether an entry is among what is asked for. */
export function matches(questions: readonly Question[], filter: Filter, facts: Facts): boolean {
  return questions.every(({ name, fact, match }) => {
    const [asked = '', own = ''] = [filter[name], facts[fact]]
    if (asked === '') return true
    if (match === 'is') return own === asked
    if (match === 'among') return own.split(' ').includes(asked)
    return own !== '' && (match === 'from' ? asked <= own : own <= asked)
  })
}

/** Whether the days of a filter stand the wrong way round, so that nothing can match. */
export function isBackwards(questions: readonly Question[], filter: Filter): boolean {
  const asked = (match: Match) => filter[questions.find((own) => own.match === match)?.name ?? ''] ?? ''
  return asked('from') !== '' && asked('to') !== '' && asked('from') > asked('to')
}

/** An order of a register: by a fact, from small to large unless it descends. Entries without the fact come last. */
export interface Sort {
  readonly fact: string
  readonly descending?: boolean
}

/** Entries in an order; those that it doesn't tell apart keep theirs. */
export function sorted<T extends { readonly facts: Facts }>(entries: readonly T[], { fact, descending }: Sort): T[] {
  return entries.toSorted(({ facts: a }, { facts: b }) => {
    const [first = '', second = ''] = [a[fact], b[fact]]
    if (first === second) return 0
    if (first === '' || second === '') return first === '' ? 1 : -1
    return (first < second ? -1 : 1) * (descending === true ? -1 : 1)
  })
}
