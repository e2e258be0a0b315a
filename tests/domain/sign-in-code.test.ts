import { describe, expect, it } from 'vitest'
import { CODE_BYTES, codeOf, readCode } from '../../content/domain/sign-in-code.ts'

describe('a sign-in code', () => {
  it('uses every letter equally often', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const letters = new Map<string, number>()
    for (let at = 0; at + CODE_BYTES <= 252; at += CODE_BYTES)
      for (const letter of codeOf(bytes.subarray(at, at + CODE_BYTES)).replaceAll('-', ''))
        letters.set(letter, (letters.get(letter) ?? 0) + 1)
    expect(letters.size).toBe(32)
    expect(Math.max(...letters.values()) - Math.min(...letters.values())).toBeLessThanOrEqual(1)
  })

  it.each([
    ['7K3M-9QPX-2TAB', '7K3M9QPX2TAB'],
    [' 7k3m 9qpx 2tab ', '7K3M9QPX2TAB'],
    ['７Ｋ３Ｍ－９ＱＰＸ－２ＴＡＢ', '7K3M9QPX2TAB'],
    ['7K3M—9QPX–2TAB', '7K3M9QPX2TAB'],
    ['oOiI-lL00-1111', '001111001111'],
    ['7K3M-9QPX-2TA', null],
    ['7K3M-9QPX-2TABC', null],
    ['7K3M-9QPX-2TAU', null],
    ['', null],
    ["' OR 1=1 --", null],
    ['7'.repeat(10_000), null],
  ])('typed as %s is read as %s', (typed, code) => {
    expect(readCode(typed)).toBe(code)
  })

  it('is read as it was made', () => {
    const code = codeOf(crypto.getRandomValues(new Uint8Array(CODE_BYTES)))
    expect(code).toMatch(/^.{4}-.{4}-.{4}$/)
    expect(readCode(code)).toBe(code.replaceAll('-', ''))
  })
})
