import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { content } from '../../site/lib/content.ts'

/** The words of the law that people's words are read as. */

const STATUTES = join(import.meta.dirname, '../../../shared/data/statutes/national.jsonl.gz')

describe.skipIf(!existsSync(STATUTES))('the words of the law', () => {
  test('stand in the laws', () => {
    const laws = gunzipSync(readFileSync(STATUTES)).toString()
    const words = new Set(Object.keys(content.lawWords.value).flatMap((key) => key.split(' ')))
    expect(words.size).toBeGreaterThan(150)
    expect([...words].filter((word) => !laws.includes(word))).toEqual([])
  })
})
