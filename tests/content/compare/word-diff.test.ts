import { describe, expect, test } from 'vitest'
import { type DiffPiece, wordDiff } from '../../../content/compare/word-diff.ts'

/** `same[-removed-]{+added+}` */
function shown(before: string, after: string): string {
  const form = {
    same: (text: string) => text,
    removed: (text: string) => `[-${text}-]`,
    added: (text: string) => `{+${text}+}`,
  }
  return wordDiff(before, after)
    .map(({ kind, text }) => form[kind](text))
    .join('')
}

const side = (pieces: readonly DiffPiece[], not: DiffPiece['kind']) =>
  pieces.flatMap(({ kind, text }) => (kind === not ? [] : [text])).join('')

describe('words that changed', () => {
  test.each([
    ['应当在三日内答复', '应当在五日内答复', '应当在[-三日内-]{+五日内+}答复'],
    ['处罚款。', '处罚款。', '处罚款。'],
    ['', '新的一条。', '{+新的一条。+}'],
    ['旧的一条。', '', '[-旧的一条。-]'],
    ['', '', ''],
  ])('from %j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  test('are marked as whole words, not as characters that happen to be the same', () => {
    expect(shown('由劳动者申请', '由用人单位申请')).toBe('由[-劳动者-]{+用人单位+}申请')
  })

  test('are one change where only a mark or a single character stands between them', () => {
    expect(wordDiff('工资、奖金', '津贴、补贴').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test.each([
    ['申请人应当提交身份证明，说明理由。', '申请人提交材料，不必说明理由；机关当场答复。'],
    ['第一款。\n第二款。', '第一款。\n插进来的一款。\n第二款。'],
    ['<b>&amp;</b> 😀', '<i>&amp;</i> 😀😀'],
    ['\ud800', '\udc00'],
  ])('give back both texts of %j', (before, after) => {
    const pieces = wordDiff(before, after)
    expect(side(pieces, 'added')).toBe(before)
    expect(side(pieces, 'removed')).toBe(after)
  })
})
