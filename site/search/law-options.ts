import * as z from 'zod/mini'
import type { Fold } from './fold.ts'

/** The laws that a search can be limited to, as `/laws.json` has them. */

const LawOptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  englishName: z.optional(z.string()),
  /** Whether there is anything in it to be found. */
  hasWords: z.boolean(),
})
export type LawOption = z.output<typeof LawOptionSchema>

/**
 * The laws in which something can be found.
 *
 * @param json content of `/laws.json`
 * @throws {Error} when it has another form
 */
export function lawOptions(json: unknown): LawOption[] {
  return z
    .array(LawOptionSchema)
    .parse(json)
    .filter(({ hasWords }) => hasWords)
}

/** A name as names are compared: width, case, blanks and title marks mean nothing. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s《》]/g, '')
    .toLowerCase()
}

function namesOf({ name, title, englishName = '' }: LawOption): string[] {
  return [name, title, englishName].map(comparable)
}

/** Whether a law has what someone types in one of its names. */
export function hasInName(law: LawOption, typed: string, fold: Fold): boolean {
  const words = fold(comparable(typed))
  return namesOf(law).some((name) => name.includes(words))
}

/** The law that someone has typed to the end; none while that is less, or may be several. */
export function lawNamed(laws: readonly LawOption[], typed: string, fold: Fold): LawOption | undefined {
  const words = fold(comparable(typed))
  const named = words === '' ? [] : laws.filter((law) => namesOf(law).includes(words))
  return named.length === 1 ? named[0] : undefined
}
