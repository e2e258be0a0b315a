import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { textsOf } from '../source/texts.ts'

/** Characters that a sentence may have before it counts as hard to read on a phone. */
export const LONGEST_SENTENCE = 90

/** What readers don't read as words: citations, links' addresses, Markdown's marks. */
const NOT_READ = /（?《[^》]*》第[^）。；，]*）?|\]\([^)]*\)|[*#>`\-[\]]/g

/** The Chinese sentences of a text that are longer than `LONGEST_SENTENCE`, citations not counted. */
export function longSentences(text: string): string[] {
  return text
    .split(/[。！？；\n]/)
    .map((sentence) => sentence.replace(NOT_READ, '').trim())
    .filter((sentence) => /\p{Script=Han}/u.test(sentence) && [...sentence].length > LONGEST_SENTENCE)
}

/** Long sentences on the pages for citizens: advice, which stops nothing. */
export function readingAdvice(content: Content): Problem[] {
  const pages = {
    ...content,
    englishExplainers: [],
    laws: [],
    questionFiles: [],
    assessments: [],
    templates: [],
    responsibilities: [],
    documents: [],
  }
  return textsOf(pages).flatMap(({ text, place }) =>
    longSentences(text).map((sentence) => ({
      place: place(),
      fault: `这句话有${[...sentence].length}个字：“${sentence.slice(0, 24)}……”。`,
      fix: `拆成几句，每句不超过${LONGEST_SENTENCE}个字。`,
    })),
  )
}
