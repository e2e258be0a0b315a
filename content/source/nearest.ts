/** The word that was probably meant. */

/**
 * How many characters must be put in, taken out or replaced to turn one text into another.
 *
 * Source: V. I. Levenshtein, Binary codes capable of correcting deletions, insertions, and reversals, 1966.
 */
function editDistance(from: string, to: string): number {
  const others = [...to]
  let row = Array.from({ length: others.length + 1 }, (_, index) => index)
  for (const [line, character] of [...from].entries()) {
    const next = [line + 1]
    for (const [column, other] of others.entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[others.length] ?? 0
}

/**
 * The known word nearest to what was written, if two fifths of its characters at most are wrong; otherwise `null`. Upper
 * and lower case don't matter.
 *
 * @example nearest('sumary', ['title', 'summary']) // 'summary'
 */
export function nearest(written: string, known: Iterable<string>): string | null {
  const [best] = [...known]
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(word.length, written.length) * 0.4)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.word ?? null
}
