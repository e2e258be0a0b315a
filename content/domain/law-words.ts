import * as z from 'zod/mini'
import type { Meaning } from './search-terms.ts'
import type { Synonyms } from './synonyms.ts'

/**
 * `content/law-words.yaml`: what people say for the words of the law, so that the search in laws understands them. Several words of the
 * law are separated by spaces; read in one direction, as `content/synonyms.yaml` is for the site's own words.
 *
 * @example { '拖欠 劳动报酬': ['欠薪', '拖工资'] }
 */
export const LawWordsSchema = z.record(
  z.string().check(z.regex(/^\S{2,}( \S{2,})*$/)),
  z.array(z.string().check(z.minLength(2), z.maxLength(12))).check(z.minLength(1)),
)
export type LawWords = z.output<typeof LawWordsSchema>

/**
 * What is said and the words of the law for it. What people say for a word of the site that people also say for words of the law
 * means those too: 工钱 → 工资 → 劳动报酬.
 */
export function lawMeanings(lawWords: LawWords, synonyms: Synonyms): Meaning[] {
  const meanings = new Map<string, Set<string>>()
  const add = (said: string, words: Iterable<string>) => {
    const key = said.normalize('NFKC').toLowerCase()
    meanings.set(key, new Set([...(meanings.get(key) ?? []), ...words]))
  }
  for (const [words, said] of Object.entries(lawWords)) for (const saying of said) add(saying, words.split(' '))
  const direct = new Map([...meanings].map(([said, words]) => [said, [...words]]))
  for (const [word, said] of Object.entries(synonyms)) {
    for (const saying of said) add(saying, direct.get(word) ?? [word])
  }
  return [...meanings].map(([said, words]) => [said, [...words]])
}
