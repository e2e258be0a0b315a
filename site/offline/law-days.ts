/**
 * Whether the laws that a kept page cites have changed since it was made. Pure, and small: a page that was kept asks.
 */

/**
 * Days on which the text of a law changes: first the one from which the text that was in force holds (empty if there was
 * none), then those to come, in order. ISO days in Beijing.
 */
export type LawDays = readonly string[]

/** Law id → its days, as `/law-dates.json` publishes them. */
export type PublishedLawDays = Readonly<Record<string, LawDays>>

/**
 * The laws that a page cites, as its `mingfa:laws` has them.
 *
 * @example formatCitedLaws(new Map([['labour-law', ['2018-12-29', '2027-01-01']]])) // 'labour-law@2018-12-29,2027-01-01'
 */
export function formatCitedLaws(laws: ReadonlyMap<string, LawDays>): string {
  return [...laws].map(([id, days]) => `${id}@${days.join()}`).join(' ')
}

/** The counterpart of `formatCitedLaws`; what isn't in its form is passed over. */
export function parseCitedLaws(text: string): Map<string, LawDays> {
  return new Map(
    text.split(' ').flatMap((entry) => {
      const [id = '', days] = entry.split('@')
      return id === '' || days === undefined ? [] : [[id, days.split(',')] as const]
    }),
  )
}

/** Reads `/law-dates.json`; `null` when it has another form. */
export function parsePublished(json: unknown): PublishedLawDays | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const entries: [string, LawDays][] = []
  for (const [id, days] of Object.entries(json)) {
    if (!Array.isArray(days) || !days.every((day) => typeof day === 'string')) return null
    entries.push([id, days])
  }
  return Object.fromEntries(entries)
}

/**
 * The cited laws that have another text on a day than the page was made with: by the days that the page itself knew, and,
 * where they are given, by those published now. A law that isn't published any more is passed over.
 *
 * @param today ISO day in Beijing
 * @example changedLaws(new Map([['labour-law', ['2018-12-29', '2027-01-01']]]), {}, '2027-01-01') // ['labour-law']
 */
export function changedLaws(cited: ReadonlyMap<string, LawDays>, published: PublishedLawDays, today: string): string[] {
  return [...cited].flatMap(([id, days]) => {
    const known = Object.hasOwn(published, id) ? published[id] : days
    return known?.filter((day) => day <= today).pop() === days[0] ? [] : [id]
  })
}
