import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchLaws } from '../../content/source/laws-watch.ts'

let root: string
let folder: string
let times: number
let stop: () => void

/** Writes a law as an import does: beside the old one, then in its place. */
function write(law: string): void {
  const made = join(folder, `.new-${law}`)
  mkdirSync(made, { recursive: true })
  writeFileSync(join(made, '2020-01-01.json'), '{}')
  rmSync(join(folder, law), { recursive: true, force: true })
  renameSync(made, join(folder, law))
}

function start(): void {
  stop = watchLaws(folder, () => {
    times += 1
  })
}

const told = (expected: number) => expect.poll(() => times, { timeout: 5000 }).toBe(expected)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingfa-laws-'))
  folder = join(root, 'data/laws')
  times = 0
})

afterEach(() => {
  stop()
  rmSync(root, { recursive: true, force: true })
})

test('an import of many laws is told once, and so is the next', async () => {
  mkdirSync(folder, { recursive: true })
  start()
  for (let law = 0; law < 50; law += 1) write(`law-${law}`)
  await told(1)
  write('law-1')
  await told(2)
})

test('the first import is told, where no folder was, and another one after all texts were removed', async () => {
  start()
  write('law')
  await told(1)
  rmSync(folder, { recursive: true })
  await told(2)
  write('law')
  await told(3)
})

test('an import that is refused is not told', async () => {
  mkdirSync(folder, { recursive: true })
  start()
  writeFileSync(join(folder, '.import'), '1')
  mkdirSync(join(folder, '.new-law'))
  rmSync(join(folder, '.import'))
  await sleep(800)
  expect(times).toBe(0)
})
