import type { Term } from '../../content/domain/glossary.ts'
import { content } from './content.ts'

export const glossary = content.glossary.value

const byId: ReadonlyMap<string, Term> = new Map(glossary.terms.map((term) => [term.id, term]))

/** Terms by their ids, in the order of the ids. */
export function termsNamed(ids: readonly string[]): Term[] {
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The terms of a letter, in the order of the file. */
export interface GlossarySection {
  readonly initial: string
  readonly terms: readonly Term[]
}

/** The sections of `/glossary/`, from A to Z; letters without a term are left out. */
export const glossarySections: readonly GlossarySection[] = [
  ...Map.groupBy(glossary.terms, ({ initial }) => initial),
].map(([initial, terms]) => ({ initial, terms }))
