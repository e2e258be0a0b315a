import { join } from 'node:path'
import { type CitationUse, checkCitations } from '../../content/check/citations.ts'
import { checkContent } from '../../content/check/collection.ts'
import { indexLaws } from '../../content/domain/citation.ts'
import { beijingDay, type IsoDate } from '../../content/domain/dates.ts'
import { assertNoProblems, formatProblem, type Problem } from '../../content/domain/errors.ts'
import { type Content, readContent } from '../../content/source/content.ts'

/**
 * All content, read and checked once a build: pages exist only when nothing is wrong with any file. A preview shows what is
 * wrong on every page instead.
 */

/** Whether this is the preview of `npm run dev`: with drafts, and with problems shown rather than in the way. */
export const isPreview = process.env['MINGFA_PREVIEW'] === '1'

/**
 * From the working folder, because the build moves this module elsewhere.
 *
 * @throws {ProblemsError} while loading, with every problem that makes a file unreadable
 */
export const content: Content = readContent(join(process.cwd(), 'content'), { now: Date.now(), preview: isPreview })

/** The Beijing day of this build; pages that state a status name it. */
export const buildDay: IsoDate = beijingDay(Date.now())

const citations = checkCitations(content)

/** What is wrong between files: file, line, fault and fix. Empty in a build, which stops on the first look at any. */
export const contentProblems: readonly Problem[] = checkContent(content, buildDay, citations)
if (!isPreview) assertNoProblems(contentProblems)
for (const problem of contentProblems) console.error(formatProblem(problem))

/** Every citation in the content, from whom to which article. */
export const citationUses: readonly CitationUse[] = citations.uses

/** Names of laws → laws, for `resolveCitation`. */
export const laws = indexLaws(content.laws.map(({ value }) => value))
