import { join } from 'node:path'
import { type CitationUse, checkCitations } from '../../content/check/citations.ts'
import { checkContent } from '../../content/check/collection.ts'
import { indexLaws } from '../../content/domain/citation.ts'
import { beijingDay, type IsoDate } from '../../content/domain/dates.ts'
import { assertNoProblems } from '../../content/domain/errors.ts'
import { type Content, readContent } from '../../content/source/content.ts'

/**
 * All content, read and checked once a build: pages exist only when nothing is wrong with any file.
 */

// From the working folder, because the build moves this module elsewhere.
function readChecked(): Content {
  const all = readContent(join(process.cwd(), 'content'))
  assertNoProblems(checkContent(all))
  return all
}

/** @throws {ProblemsError} while loading, with every problem: file, line, fault and fix */
export const content: Content = readChecked()

/** Every citation in the content, from whom to which article. */
export const citationUses: readonly CitationUse[] = checkCitations(content).uses

/** Names of laws → laws, for `resolveCitation`. */
export const laws = indexLaws(content.laws.map(({ value }) => value))

/** The Beijing day of this build; pages that state a status name it. */
export const buildDay: IsoDate = beijingDay(Date.now())
