import type { Problem } from '../domain/errors.ts'
import type { Content, Sourced } from '../source/content.ts'

function superfluous({ value, source }: Sourced<Readonly<Record<string, readonly string[]>>>): Problem[] {
  return Object.entries(value).flatMap(([word, said]) =>
    said.flatMap((saying, place) => {
      const isFirst = saying !== word && said.indexOf(saying) === place
      if (isFirst) return []
      return [
        { place: source.place([word, place]), fault: `“${word}”的说法“${saying}”是多余的。`, fix: '删掉这个说法。' },
      ]
    }),
  )
}

/** What is said that stands twice below a word of the site or of the law, or is the word itself. */
export function checkSynonyms({ synonyms, lawWords }: Pick<Content, 'synonyms' | 'lawWords'>): Problem[] {
  return [...superfluous(synonyms), ...superfluous(lawWords)]
}
