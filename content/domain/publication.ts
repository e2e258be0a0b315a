import * as z from 'zod/mini'
import { beijingMinute, type IsoDate, IsoDateSchema, NO_SUCH_DAY } from './dates.ts'

/**
 * When a page is published: at a minute of Beijing time, and never while it is a draft.
 *
 * The minute is shown on the page and stands in the tag `PubDate` (政府网站网页标签规范); building again doesn't change it.
 */

/** `YYYY-MM-DD HH:mm`, Beijing time, so that two of them compare with `<`. */
export const PublishAtSchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/),
  z.refine((text) => IsoDateSchema.safeParse(text.slice(0, 10)).success, {
    error: 'no such day',
    params: NO_SUCH_DAY,
  }),
)

/** The fields of a page's front matter that say whether and when it is published. */
export const PublicationFields = {
  /** From this minute on, builds contain the page. */
  publishAt: PublishAtSchema,
  /** A draft is shown in `npm run dev` only. */
  draft: z.prefault(z.boolean(), false),
}

/** A page with the day of its publication, which follows from `publishAt`. */
export interface Published {
  readonly publishedOn: IsoDate
}

/** The day of a minute. */
export function publishedOn(publishAt: string): IsoDate {
  return publishAt.slice(0, 10)
}

/**
 * Whether a page belongs to the site at an instant.
 *
 * @param now milliseconds since 1970 UTC
 */
export function isPublished(page: { readonly publishAt?: string; readonly draft?: boolean }, now: number): boolean {
  return page.draft !== true && (page.publishAt === undefined || page.publishAt <= beijingMinute(now))
}
