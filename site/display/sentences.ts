/** A sentence in a text: where it starts, and its characters. */
export interface Sentence {
  readonly start: number
  readonly text: string
}

/** Longest piece given to a voice; some stop without a word after about 15 seconds. */
const LONGEST = 120

/**
 * Cuts a text into sentences, and sentences that no voice gets through at their commas.
 *
 * @param lang BCP 47 tag of the text
 */
export function sentencesOf(text: string, lang: string): Sentence[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  return [...segmenter.segment(text)]
    .flatMap(({ segment, index }) => split(segment, index))
    .filter((sentence) => sentence.text.trim() !== '')
}

function split(text: string, start: number): Sentence[] {
  if (text.length <= LONGEST) return [{ start, text }]
  const comma = Math.max(...['，', '；', '、', ', ', '; '].map((mark) => text.lastIndexOf(mark, LONGEST - 1)))
  const end = comma > 0 ? comma + 1 : LONGEST
  return [{ start, text: text.slice(0, end) }, ...split(text.slice(end), start + end)]
}
