import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContent } from '../../content/source/content.ts'
import { type Files, withContent } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const read = (files: Files) => withContent(files, readContent)

describe('a content folder', () => {
  const content = read({
    ...SOUND,
    'laws/README.md': '# 说明\n',
    'explainers/README.md': '# 说明\n',
    'banks/notes.txt': '',
  })

  test('gives each file the name it has, in the order of the names', () => {
    const ids = content.laws.map(({ value }) => value.id)
    expect(ids).toContain('test-law')
    expect(ids).toEqual(ids.toSorted())
    expect(content.lessons.map(({ value }) => value.id)).toContain('test-lesson')
    expect(content.assessments.map(({ value }) => value.id)).toContain('test-contest')
  })

  test('has its newest year of responsibilities first', () => {
    expect(content.responsibilities.map(({ value }) => value.year)).toEqual([2027, 2026, 2025])
  })

  test('keeps templates apart from assessments that are opened', () => {
    const [opened, templates] = [content.assessments, content.templates].map((list) =>
      list.map(({ value }) => value.id),
    )
    expect(templates).toContain('exam-jining')
    expect(opened).not.toContain('exam-jining')
    expect(templates).not.toContain('test-contest')
  })

  test('passes over READMEs and files of other kinds', () => {
    const paths = [...content.laws, ...content.explainers, ...content.questionFiles].map(({ source }) => source.path)
    expect(paths).toContain('content/banks/test-bank.yaml')
    expect(paths.filter((path) => /README|notes/.test(path))).toEqual([])
  })

  test('keeps the body of a page and the way back to its lines', () => {
    const page = content.explainers.find(({ value }) => value.id === 'test-page')
    expect(page?.value.body).toMatch(/^\n## 你能要求什么\n/)
    const lines = (SOUND['explainers/test-page.md'] ?? '').split('\n')
    const offset = page?.value.body.indexOf('先做这一步') ?? -1
    expect(page?.placeInBody(offset)).toBe(`content/explainers/test-page.md:${lines.indexOf('先做这一步。') + 1}`)
  })

  test('may lack a kind of content', () => {
    const lessons = withContent(SOUND, (folder) => {
      rmSync(join(folder, 'lessons'), { recursive: true })
      return readContent(folder).lessons
    })
    expect(lessons).toEqual([])
  })
})
