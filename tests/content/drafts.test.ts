import { describe, expect, test } from 'vitest'
import { readContent } from '../../content/source/content.ts'
import { broken, problemsWith, withContent } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const NOW = Date.parse('2026-11-10T00:00:00Z')
const PAGE = 'explainers/test-page.md'
const draft = broken(SOUND, PAGE, 'publishAt: 2026-11-02 09:00', 'publishAt: 2026-11-02 09:00\ndraft: true')
const later = broken(SOUND, PAGE, 'publishAt: 2026-11-02 09:00', 'publishAt: 2026-11-11 09:00')
const bank = broken(SOUND, 'banks/test-bank.yaml', 'topic: ', 'draft: true\ntopic: ')

const read = (files: typeof SOUND, preview: boolean) =>
  withContent(files, (folder) => readContent(folder, { now: NOW, preview }))
const hasPage = (files: typeof SOUND, preview: boolean) =>
  read(files, preview).explainers.some(({ value }) => value.id === 'test-page')
const hasBank = (files: typeof SOUND, preview: boolean) =>
  read(files, preview).questionFiles.some(({ source }) => source.path === 'content/banks/test-bank.yaml')

describe('what is not published', () => {
  test.each([
    ['a draft', draft],
    ['a page of tomorrow', later],
  ])('%s is read for a preview only', (_name, files) => {
    expect([hasPage(files, false), hasPage(files, true)]).toEqual([false, true])
  })

  test('questions of a draft are in no bank but that of the preview', () => {
    expect([hasBank(bank, false), hasBank(bank, true)]).toEqual([false, true])
  })

  test('a published page that names a draft is a problem', () => {
    expect(problemsWith(draft).length).toBeGreaterThan(0)
  })
})
