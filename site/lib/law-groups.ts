import { type LawLevel, LawLevelSchema } from '../../content/domain/law.ts'
import { fieldOf, type LawField } from '../../content/domain/law-field.ts'
import type { LibraryLaw } from '../../content/domain/law-library.ts'
import { content } from './content.ts'
import { library } from './law-library.ts'

/** The list of laws: by level, and within it our own first, then the others by field; each by pinyin of the name. */

/** The laws of a level. */
export interface LawGroup {
  readonly level: LawLevel
  /** Those with gists of ours. */
  readonly ours: readonly LibraryLaw[]
  /** Those that are only imported. */
  readonly others: readonly { readonly field: LawField; readonly laws: readonly LibraryLaw[] }[]
}

/** The field of a law. */
export function lawField(law: LibraryLaw): LawField {
  return fieldOf(content.lawFields, law.name)
}

/** The levels that have laws, from the constitution down. */
export const lawGroups: readonly LawGroup[] = LawLevelSchema.options
  .map((level) => {
    const laws = library.filter((law) => law.level === level)
    const byField = Map.groupBy(
      laws.filter(({ curated }) => curated === undefined),
      lawField,
    )
    return {
      level,
      ours: laws
        .filter(({ curated }) => curated !== undefined)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
      others: content.lawFields.flatMap((field) => {
        const own = byField.get(field)
        return own === undefined ? [] : [{ field, laws: own }]
      }),
    }
  })
  .filter(({ ours, others }) => ours.length + others.length > 0)
