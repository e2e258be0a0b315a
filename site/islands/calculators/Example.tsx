import type { Outcome } from '../../../content/domain/calculators/working.ts'
import { Result } from './Result.tsx'
import type { SourceLinks } from './Sources.tsx'
import { type CalculatorTexts, createWording, WordingContext } from './say.ts'

interface Props {
  texts: CalculatorTexts
  outcome: Outcome
  links: SourceLinks
}

/** A worked example as the page shows it without a script; never hydrated. */
export function Example({ texts, outcome, links }: Props) {
  return (
    <WordingContext.Provider value={createWording(texts)}>
      <Result outcome={outcome} links={links} level={3} />
    </WordingContext.Provider>
  )
}
