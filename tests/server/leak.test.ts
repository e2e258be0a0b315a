import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toQuestions } from '../../content/domain/question-file.ts'
import { readContent } from '../../content/source/content.ts'
import { BUILD, ROOT } from '../../worker/build/tools.ts'

const questions = readContent(join(ROOT, 'content')).questionFiles.flatMap(({ value }) => toQuestions(value))
const guarded = questions.filter(({ uses }) => uses.some((use) => use !== 'practice'))

/** Text in the form in which it could stand in HTML, JSON or a script: only its letters and digits. */
function essence(text: string): string {
  return text.replace(/&#?\w+;|\\u[0-9a-f]{4}|\\n/gi, '').replace(/[^\p{L}\p{N}]/gu, '')
}

const built = readdirSync(join(BUILD, 'site'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

it('finds what it looks for', () => {
  expect(guarded.length).toBeGreaterThan(50)
  expect(essence('<p>甲&amp;乙，\\n丙</p>')).toContain('甲乙丙')
})

it('publishes no source map', () => {
  for (const file of built) {
    expect(file).not.toMatch(/\.map$/)
    expect(readFileSync(file, 'latin1')).not.toContain('sourceMappingURL=')
  }
})

it('has nothing of contest and exam questions in the built site, and no rationale at all', () => {
  const secrets = [
    ...guarded.map(({ stem }) => stem),
    ...guarded.flatMap(({ group }) => (group ? [group.stem] : [])),
    ...questions.flatMap(({ rationale }) => rationale ?? []),
    ...guarded.flatMap(({ options }) => options.map(({ text }) => text)).filter((text) => text.length >= 12),
  ].map(essence)
  const ids = guarded.map(({ id }) => id)
  for (const file of built) {
    const text = readFileSync(file, 'utf8')
    const plain = essence(text)
    for (const secret of secrets) if (plain.includes(secret)) expect.fail(`${file} contains: ${secret}`)
    for (const id of ids) if (new RegExp(`\\b${id}\\b`).test(text)) expect.fail(`${file} contains the id ${id}`)
  }
})
