import type { CitationRef, ResolvedCitation } from '../../content/domain/citation.ts'
import {
  citedAnchor,
  type LibraryLaw,
  type LibraryText,
  lawLibrary,
  lawPath,
  leadsToLaw,
  shownText,
} from '../../content/domain/law-library.ts'
import { readStatutes } from '../../content/source/statutes.ts'
import { buildDay, content } from './content.ts'
import { LAWS_FOLDER } from './laws-folder.ts'

/** The law library of this build: what `content/laws/` says, and the official texts imported into the data of this deployment. */

/** Every law: our own first, in their order, then those that are only imported, by name. */
export const library: readonly LibraryLaw[] = lawLibrary(
  content.laws.map(({ value }) => value),
  readStatutes(LAWS_FOLDER),
)

const byId = new Map(library.map((law) => [law.id, law]))

/**
 * A law by its id.
 *
 * @throws {RangeError} when there is none
 */
export function libraryLaw(id: string): LibraryLaw {
  const law = byId.get(id)
  if (law === undefined) throw new RangeError(`no law ${id}`)
  return law
}

/** Address of the page that shows a text: that of its law while the text stands there for good, otherwise its own. */
export function textPath(law: LibraryLaw, text: LibraryText): string {
  return leadsToLaw(law, text, buildDay) ? lawPath(law.id) : lawPath(law.id, text.key)
}

/**
 * Address of a cited article, without language: on the page of the law while that shows the text which the citation means,
 * otherwise on the page of that text, so that a citation stays with the law of its day.
 *
 * @param ref with the paragraph and item that are cited, where they are; the address is theirs where the page shows the official text
 * @example citationHref(resolved) // '/laws/labour-contract-law/#art-38'
 */
export function citationHref(
  { law: { id }, version, number }: ResolvedCitation,
  { paragraph, item }: Pick<CitationRef, 'paragraph' | 'item'> = { paragraph: null, item: null },
): string {
  const law = libraryLaw(id)
  const text = law.texts.find(({ curated }) => curated === version) ?? shownText(law, buildDay)
  return `${textPath(law, text)}#${citedAnchor(text.statute, { article: number, paragraph, item })}`
}
