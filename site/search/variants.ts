import { Converter } from 'opencc-js/t2cn'

/** Chinese characters of everyday use. */
const FIRST = 0x4e00
const LAST = 0x9fff

/**
 * The table that the browser folds Traditional queries with (`fold.ts`): each Traditional character and its Simplified form by
 * turns, for those Simplified characters that a reader can find.
 *
 * @param text everything that can be found, in Simplified characters
 * @param toTraditional for forms that only some words have, such as 覆 for 复 in 答复
 */
export function variantPairs(text: string, toTraditional: (text: string) => string): string {
  const findable = new Set(text)
  const toSimplified = Converter({ from: 't', to: 'cn' })
  const pairs = new Map<string, string>()
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCharCode(code)
    pairs.set(character, toSimplified(character))
  }
  const own = [...toTraditional(text)]
  for (const [at, character] of [...text].entries()) pairs.set(own[at] ?? character, character)
  return [...pairs]
    .filter(([traditional, simplified]) => findable.has(simplified) && !findable.has(traditional))
    .flat()
    .join('')
}
