import { diffArrays } from 'diff'

/**
 * Which words of a text changed, for showing an earlier and a later text side by side.
 */

/** A stretch of words that both texts have, or only the earlier one (`removed`), or only the later one (`added`). */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Chinese has no blanks between words; single characters would mark half of 用人单位 where 劳动者 has become 用人者. */
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** What is left equal between two changes says nothing by itself: a mark of punctuation, or one character such as 的. */
const ISLAND = /^(?:\p{P}|\p{Script=Han})$/u

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}

/**
 * The words of both texts in order; where words were replaced, the removed ones first. The `same` and `removed` pieces together are the
 * earlier text, the `same` and `added` ones the later.
 *
 * @example wordDiff('应当在三日内答复', '应当在五日内答复').map(({ text }) => text) // ['应当在', '三日内', '五日内', '答复']
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  }))
  const pieces: DiffPiece[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed })
    if (added !== '') pieces.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, { kind, text }] of changes.entries()) {
    const isIsland = kind === 'same' && ISLAND.test(text) && place > 0 && place < changes.length - 1
    if (kind === 'same' && !isIsland) {
      close()
      pieces.push({ kind, text })
    } else {
      if (kind !== 'added') removed += text
      if (kind !== 'removed') added += text
    }
  }
  close()
  return pieces
}
