import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BEFORE_PAINT, BEFORE_PAINT_HASH } from '../../../site/display/before-paint.ts'
import { sentencesOf } from '../../../site/display/sentences.ts'
import { elderSize, nextSize } from '../../../site/display/text-size.ts'
import { BUILD } from '../../../worker/build/tools.ts'

describe('elder mode', () => {
  test.each([
    [null, 0],
    ['0', 0],
    ['1', 1],
    ['3', 3],
    ['4', 0],
    ['', 0],
    ['1"><script>', 0],
  ] as const)('kept as %s is size %i', (kept, size) => {
    expect(elderSize(kept)).toBe(size)
  })

  test.each([
    [1, 1, 2],
    [2, 1, 3],
    [3, 1, 3],
    [3, -1, 2],
    [1, -1, 1],
    [0, 1, 1],
  ] as const)('goes from size %i by %i to %i', (size, step, next) => {
    expect(nextSize(size, step)).toBe(next)
  })

  test('is set before anything is painted, by a script that the policy allows by its hash', () => {
    const page = readFileSync(join(BUILD, 'site/index.html'), 'utf8')
    expect(page).toContain(`<script>${BEFORE_PAINT}</script>`)
    expect(page.indexOf(BEFORE_PAINT)).toBeLessThan(page.indexOf('rel="stylesheet"'))
    expect(BEFORE_PAINT_HASH).toBe(`sha256-${createHash('sha256').update(BEFORE_PAINT).digest('base64')}`)
    expect(page).toContain(BEFORE_PAINT_HASH)
    expect(page).not.toContain('unsafe-inline')
  })
})

describe('a text read aloud', () => {
  test.each([
    ['', []],
    ['  \n ', []],
    ['先投诉。再仲裁！', ['先投诉。', '再仲裁！']],
    ['No full stop', ['No full stop']],
    [`${'字'.repeat(70)}，${'词'.repeat(70)}。`, [`${'字'.repeat(70)}，`, `${'词'.repeat(70)}。`]],
    ['字'.repeat(250), ['字'.repeat(120), '字'.repeat(120), '字'.repeat(10)]],
  ])('of %s is cut into %j', (text, expected) => {
    expect(sentencesOf(text, 'zh-CN').map((sentence) => sentence.text)).toEqual(expected)
  })

  test('keeps where each sentence starts', () => {
    const text = '先投诉，要快。再仲裁！打12333问。'
    for (const { start, text: sentence } of sentencesOf(text, 'zh-CN')) {
      expect(text.slice(start, start + sentence.length)).toBe(sentence)
    }
  })
})
