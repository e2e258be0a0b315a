import { beijingDay } from '../../content/domain/dates.ts'
import type { Law } from '../../content/domain/law.ts'
import {
  comparisonPath,
  hasWords,
  lawLibrary,
  lawPath,
  leadsToLaw,
  neighbours,
  shownText,
} from '../../content/domain/law-library.ts'
import { readStatutes } from '../../content/source/statutes.ts'
import { LAWS_FOLDER } from './laws-folder.ts'

/** What the pages of laws are to a sitemap; addresses without language. */
export interface LawAddresses {
  /** Day on which a page got its text. */
  readonly days: readonly (readonly [path: string, day: string])[]
  /** Those that lead on to another page, or have nothing to read. */
  readonly left: ReadonlySet<string>
}

/** The pages of laws: one got its text when that was published, or else adopted, or else took effect. */
export function lawAddresses(laws: readonly Law[]): LawAddresses {
  const today = beijingDay(Date.now())
  const left = new Set<string>()
  const days: [path: string, day: string][] = []
  for (const law of lawLibrary(laws, readStatutes(LAWS_FOLDER))) {
    const shown = shownText(law, today)
    const dayOf = (key: string) => {
      const text = law.texts.find((own) => own.key === key)
      return text?.announcedOn ?? text?.effectiveFrom
    }
    const add = (path: string, key: string) => {
      const day = dayOf(key)
      if (day !== undefined) days.push([path, day])
    }
    add(lawPath(law.id), shown.key)
    if (!hasWords(shown)) left.add(lawPath(law.id))
    for (const text of law.texts) {
      add(lawPath(law.id, text.key), text.key)
      if (leadsToLaw(law, text, today) || !hasWords(text)) left.add(lawPath(law.id, text.key))
    }
    for (const { older, newer } of neighbours(law)) add(comparisonPath(law.id, older.key, newer.key), newer.key)
  }
  return { days, left }
}
