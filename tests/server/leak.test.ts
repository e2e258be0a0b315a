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

/** Characters by which a secret is looked up; a shorter one says too little to be one. */
const START = 10
/** An option that is shorter may stand in an article by chance. */
const TELLING_OPTION = 24

it('has nothing of contest and exam questions in the built site, and no rationale at all', () => {
  const secrets = [
    ...guarded.map(({ stem }) => stem),
    ...guarded.flatMap(({ group }) => (group ? [group.stem] : [])),
    ...questions.flatMap(({ rationale }) => rationale ?? []),
    ...guarded
      .flatMap(({ options }) => options.map(({ text }) => text))
      .filter((text) => text.length >= TELLING_OPTION),
  ].map(essence)
  const byStart = Map.groupBy(
    secrets.filter(({ length }) => length >= START),
    (secret) => secret.slice(0, START),
  )
  const ids = new RegExp(`\\b(?:${guarded.map(({ id }) => id).join('|')})\\b`)
  expect(byStart.size).toBeGreaterThan(questions.length / 2)
  for (const file of built) {
    const text = readFileSync(file, 'utf8')
    const plain = essence(text)
    for (let at = 0; at + START <= plain.length; at += 1) {
      const secret = byStart.get(plain.slice(at, at + START))?.find((own) => plain.startsWith(own, at))
      if (secret !== undefined) expect.fail(`${file} contains: ${secret}`)
    }
    const id = ids.exec(text)?.[0]
    if (id !== undefined) expect.fail(`${file} contains the id ${id}`)
  }
}, 60_000)
