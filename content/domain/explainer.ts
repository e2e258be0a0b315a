import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { PublicationFields, type Published } from './publication.ts'

/**
 * What every page written for citizens states about itself: title, summary, dates, who drafted and reviewed it.
 *
 * Drafter and reviewer are named because 法治宣传教育法 asks for accurate content and because the reader should
 * know against which day's law a statement was checked.
 */
export const PageMetaSchema = z.strictObject({
  /** At most 30 characters, in the words of the person who has the problem. */
  title: z.string().check(z.minLength(4), z.maxLength(30)),
  /** At most 80 characters; shown in lists and found by search. */
  summary: z.string().check(z.minLength(10), z.maxLength(80)),
  /** Ids from `content/topics.yaml`. */
  topics: z.array(z.string()).check(z.minLength(1)),
  /** Words that people search for and the text may not have. */
  keywords: z.array(z.string().check(z.minLength(2), z.maxLength(20))).check(z.minLength(2), z.maxLength(12)),
  /** The day whose law the page speaks of; citations resolve against it. */
  asOf: IsoDateSchema,
  ...PublicationFields,
  drafter: z.string().check(z.minLength(2)),
  reviewer: z.string().check(z.minLength(2)),
  reviewedOn: IsoDateSchema,
})

/** Front matter of `content/explainers/*.md`: what to do in a situation, for the person who is in it. */
export const ExplainerFrontMatterSchema = z.extend(PageMetaSchema, {
  /** Who it is for, one line. */
  audience: z.string().check(z.minLength(4), z.maxLength(60)),
  /** The answer in three lines, before anything else. */
  answer: z.array(z.string().check(z.minLength(6), z.maxLength(80))).check(z.length(3)),
})

/**
 * Front matter of `content/explainers/en/*.md`, which tells in English what the explainer of the same name tells in Chinese.
 * The fields are the same; English needs about two letters and a half for a Chinese character.
 */
export const EnglishExplainerFrontMatterSchema = z.extend(ExplainerFrontMatterSchema, {
  /** At most 80 characters. */
  title: z.string().check(z.minLength(4), z.maxLength(80)),
  /** At most 200 characters. */
  summary: z.string().check(z.minLength(10), z.maxLength(200)),
  /** English words that people search for. */
  keywords: z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.minLength(2), z.maxLength(12)),
  /** At most 160 characters. */
  audience: z.string().check(z.minLength(4), z.maxLength(160)),
  /** Three lines of at most 200 characters. */
  answer: z.array(z.string().check(z.minLength(6), z.maxLength(200))).check(z.length(3)),
})

/** The headings that an explainer's body has, in this order; the first two are obligatory. */
export const EXPLAINER_HEADINGS = ['你能要求什么', '怎么做', '时间限制', '要带什么', '到哪里去', '别人还问'] as const

/** The same headings in English. */
export const ENGLISH_EXPLAINER_HEADINGS = [
  'What you can claim',
  'What to do',
  'Time limits',
  'What to bring',
  'Where to go',
  'What others ask',
] as const

/** An explainer, in Chinese or in English: front matter, id (file name) and Markdown body. */
export interface Explainer extends z.output<typeof ExplainerFrontMatterSchema>, Published {
  readonly id: string
  readonly body: string
}
