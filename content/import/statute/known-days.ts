import type { IsoDate } from '../../domain/dates.ts'
import type { Law } from '../../domain/law.ts'
import type { LawDate } from '../../domain/law-dates.ts'
import type { StatuteText } from '../../domain/statute.ts'
import { nameKey } from './law-ids.ts'

/** Days of taking effect that this site's own content knows: `law-dates.yaml`, and the versions of `content/laws/*.yaml`. */

type Days = Pick<StatuteText, 'adoptedOn' | 'publishedOn'>

/** Whether two descriptions of a text name the same day: decisions are published on the day of their adoption or soon after. */
export function shareDay(one: Days, other: Days): boolean {
  const own = [one.adoptedOn, one.publishedOn].filter((day) => day !== undefined)
  return own.some((day) => day === other.adoptedOn || day === other.publishedOn)
}

/** A day that content knows, and where it stands. */
export interface KnownDay {
  readonly day: IsoDate
  readonly where: string
}

/** What content knows of the days of laws. */
export class KnownDays {
  readonly #dates = new Map<string, LawDate[]>()
  readonly #laws = new Map<string, Law>()

  constructor(dates: readonly LawDate[], laws: readonly Law[]) {
    for (const date of dates) {
      const key = nameKey(date.law)
      this.#dates.set(key, [...(this.#dates.get(key) ?? []), date])
    }
    for (const law of laws) for (const name of [law.title, law.name, ...law.aliases]) this.#laws.set(nameKey(name), law)
  }

  /** The day of a text: by the file of dates, or else by its law's file where only one version can be meant. */
  dayOf(title: string, text: Days): KnownDay | null {
    const key = nameKey(title)
    const date = this.#dates.get(key)?.find((own) => shareDay(own, text))
    if (date !== undefined) return { day: date.effectiveFrom, where: 'content/law-dates.yaml' }
    const law = this.#laws.get(key)
    const [version, ...others] = law?.versions.filter((own) => shareDay(own, text)) ?? []
    return law === undefined || version === undefined || others.length > 0
      ? null
      : { day: version.effectiveFrom, where: `content/laws/${law.id}.yaml` }
  }
}
