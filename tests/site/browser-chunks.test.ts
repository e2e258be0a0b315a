import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as full from 'zod'
import * as mini from 'zod/mini'
import { BUILD } from '../../worker/build/tools.ts'

const folder = join(BUILD, 'site/_astro')
const chunks = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, code: readFileSync(join(folder, name), 'utf8') }))

/** Names that a schema's classes register under; they are texts, so a minifier leaves them as they are. */
function registeredNames(schemas: readonly { readonly _zod: { readonly traits: ReadonlySet<string> } }[]): Set<string> {
  return new Set(schemas.flatMap(({ _zod }) => [..._zod.traits]))
}

const ofFull = registeredNames([
  full.string(),
  full.object({}),
  full.array(full.int()),
  full.enum(['a']),
  full.record(full.string(), full.unknown()),
])
const ofMini = registeredNames([
  mini.string(),
  mini.object({}),
  mini.array(mini.int()),
  mini.enum(['a']),
  mini.record(mini.string(), mini.unknown()),
])
const onlyInFull = [...ofFull].filter((name) => !ofMini.has(name))
const onlyInMini = [...ofMini].filter((name) => !ofFull.has(name))

/** Whether a script holds a text, in whatever quotes. */
function holds(code: string, text: string): boolean {
  return new RegExp(`["'\`]${text}["'\`]`).test(code)
}

it('recognises zod in a chunk by the names that its classes register', () => {
  expect(onlyInFull).toContain('ZodObject')
  expect(onlyInMini).toContain('ZodMiniObject')
  expect(chunks.some(({ code }) => holds(code, 'ZodMiniObject'))).toBe(true)
})

it('sends zod/mini to the browser and never the full zod', () => {
  expect(
    chunks.flatMap(({ name, code }) =>
      onlyInFull.filter((text) => holds(code, text)).map((text) => `${name}: ${text}`),
    ),
  ).toEqual([])
})

it('sends no converter between Simplified and Traditional, whose word list has rare characters', () => {
  for (const { name, code } of chunks) expect(code.includes('㐷'), name).toBe(false)
})

it('sends neither i18next nor what reads content at build time', () => {
  for (const { name, code } of chunks) {
    expect(holds(code, 'i18next'), name).toBe(false)
    expect(/missingKeyHandler|node:fs|process\.cwd/.test(code), name).toBe(false)
  }
})
