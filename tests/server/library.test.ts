import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SearchResultsSchema } from '../../content/domain/search-api.ts'
import { loadLibrary } from '../../worker/build/load-library.ts'
import { type IndexedFixture, lawText, libraryIndex } from '../fixtures/library.ts'
import { RunningServer } from './running-server.ts'

/** The search index on plain workerd, when the power goes while a new one is loaded. */

const [OLD, NEW] = ['a'.repeat(16), 'b'.repeat(16)]
const LAWS = 40

let server: RunningServer

beforeAll(async () => {
  server = await RunningServer.start()
})

afterAll(() => server.stop())

function texts(word: string): IndexedFixture[] {
  return Array.from({ length: LAWS }, (_, index) =>
    lawText(`law-${index}`, `${word}规定（示例）`, { '1': `${word}的拖欠劳动报酬示例。` }),
  )
}

function fileOf(version: string, word: string): string {
  const { header, batches } = libraryIndex(version, texts(word))
  const file = join(server.data, `${version}.jsonl`)
  writeFileSync(file, [header, ...batches].map((line) => JSON.stringify(line)).join('\n'))
  return file
}

async function titles(): Promise<Set<string>> {
  const response = await fetch(`${server.origin}/api/search?${new URLSearchParams({ q: '拖欠劳动报酬' })}`)
  const { results } = SearchResultsSchema.parse(await response.json())
  return new Set(results.map(({ title }) => title.text))
}

const only = (word: string) => new Set([`《${word}规定（示例）》第一条`])

test('answers from the old index until the new one is whole, however often it is killed', async () => {
  await loadLibrary(server.origin, server.operatorToken, fileOf(OLD, '旧'))
  expect(await titles()).toEqual(only('旧'))
  const file = fileOf(NEW, '新')
  for (let round = 0; round < 3; round += 1) {
    let killed = false
    await loadLibrary(server.origin, server.operatorToken, file, (passages) => {
      if (killed || passages <= round * 10 + 5) return
      killed = true
      void server.killHard()
    }).catch(() => undefined)
    expect(killed).toBe(true)
    await server.restart()
    expect(await titles()).toEqual(only('旧'))
  }
  expect(await loadLibrary(server.origin, server.operatorToken, file)).toMatchObject({ state: 'ready', loaded: true })
  expect(await titles()).toEqual(only('新'))
  await server.killHard()
  await server.restart()
  expect(await titles()).toEqual(only('新'))
  expect(await loadLibrary(server.origin, server.operatorToken, file)).toMatchObject({ loaded: false })
}, 60_000)

test('tells who has no right to load one', async () => {
  await expect(loadLibrary(server.origin, 'wrong', fileOf('c'.repeat(16), '旁'))).rejects.toThrow('令牌')
})
