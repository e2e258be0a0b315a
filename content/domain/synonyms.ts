import * as z from 'zod/mini'

/**
 * `content/synonyms.yaml`: what people say for a word that the site uses, so that search understands them.
 *
 * A list belongs to a word of the titles, keywords and summaries of pages, and is read in one direction: who types 工钱 finds what is
 * written of 工资, not the other way round. What is said may be more than a word (交五险), or a frequent slip of the pen
 * (公伤); a single character would stand in too many other words.
 *
 * @example { 工资: ['工钱', '薪水'] }
 */
export const SynonymsSchema = z.record(
  z.string().check(z.minLength(2)),
  z.array(z.string().check(z.minLength(2), z.maxLength(12))).check(z.minLength(1)),
)
export type Synonyms = z.output<typeof SynonymsSchema>
