import type { Problem } from '../domain/errors.ts'
import { comparableStem } from '../domain/scoring.ts'
import type { Content } from '../source/content.ts'
import { UNWRITTEN } from './unwritten.ts'

/** Share of common pairs of characters from which two stems count as the same question. */
const ALIKE = 0.8

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}

/**
 * How alike two sets are: 0 nothing in common, 1 equal.
 *
 * Source: L. R. Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945).
 */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let common = 0
  for (const item of a) if (b.has(item)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** Whether `dice` reaches `ALIKE`. Nearly every two questions differ so much that counting ends after a few pairs of characters. */
function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let mayMiss = Math.ceil(a.size - (ALIKE * (a.size + b.size)) / 2)
  for (const pair of a) {
    if (b.has(pair)) continue
    if (mayMiss <= 0) return false
    mayMiss -= 1
  }
  return dice(a, b) >= ALIKE
}

/** Questions whose stems differ in a few characters only, across all files. */
export function checkSimilarQuestions(content: Content): Problem[] {
  const seen: { pairs: ReadonlySet<string>; place: () => string; stem: string }[] = []
  return content.questionFiles.flatMap(({ value, source }) =>
    value.questions.flatMap((question, index) => {
      const stem = comparableStem(question.stem)
      if (question.stem.includes(UNWRITTEN)) return []
      const own = { pairs: pairsOf(stem), place: () => source.place(['questions', index]), stem }
      const other = seen.find((one) => one.stem !== stem && areAlike(one.pairs, own.pairs))
      seen.push(own)
      return other === undefined
        ? []
        : [
            {
              place: own.place(),
              fault: `题目“${question.id}”和 ${other.place()} 的题目几乎一样。`,
              fix: '删去一道，或者换一个情境、换一个考点。',
            },
          ]
    }),
  )
}
