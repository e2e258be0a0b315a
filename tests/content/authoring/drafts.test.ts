import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../../../content/authoring/complete.ts'
import { draftFiles } from '../../../content/authoring/drafts.ts'
import { KINDS, type Kind } from '../../../content/authoring/kinds.ts'
import { nextSteps } from '../../../content/authoring/next-steps.ts'
import { writeDrafts } from '../../../content/authoring/write.ts'
import { checkContent } from '../../../content/check/collection.ts'
import { waitingReport } from '../../../content/check/unwritten.ts'
import { type Content, readContent } from '../../../content/source/content.ts'
import { NOW, TODAY, withSurroundings } from './surroundings.ts'

/** Each reads and checks all content several times. */
const SLOW = { timeout: 60_000 }

const CITATIONS = ['《劳动法》第五十条', '《劳动合同法》第三十条']

/** What each kind is told besides what is usual. */
const GIVEN: Readonly<Record<Kind, Record<string, unknown>>> = {
  explainer: { id: 'new-page', citations: CITATIONS },
  lesson: { id: 'new-lesson', citations: CITATIONS },
  questions: { id: 'new-bank', title: '新的一组题', citations: CITATIONS },
  campaign: { id: 'new-campaign', citations: CITATIONS, settings: ['企业', '高校', '社区', '工地', '系统'] },
  responsibility: { id: 'new-duty', laws: ['labour-law'] },
  activity: {
    id: 'new-activity',
    title: '进工地讲工资',
    heldOn: '2026-11-20',
    place: '云澜市',
    audience: ['农民工'],
    people: 86,
    laws: ['labour-law'],
    responsibility: 'site-wages-spring',
    summary: '讲了工资专用账户，当场登记投诉两件。',
    evidence: ['签到表86人。'],
  },
}

const FILES: Readonly<Record<Kind, readonly string[]>> = {
  explainer: ['explainers/new-page.md'],
  lesson: ['lessons/new-lesson.md'],
  questions: ['banks/new-bank.yaml'],
  campaign: ['campaigns/new-campaign.md', 'banks/new-campaign.yaml'],
  responsibility: ['responsibilities/2026.yaml'],
  activity: ['activities/2026.yaml'],
}

/** Everything that the content holds of a kind, by id. */
function idsIn(content: Content): string[] {
  return [
    ...[...content.explainers, ...content.lessons, ...content.campaigns].map(({ value }) => value.id),
    ...content.questionFiles.flatMap(({ value }) => value.questions.map(({ id }) => id)),
    ...content.responsibilities.flatMap(({ value }) => value.rows.map(({ id }) => id)),
    ...content.activities.flatMap(({ value }) => value.activities.map(({ id }) => id)),
  ]
}

const NEW_IDS: Readonly<Record<Kind, string>> = {
  explainer: 'new-page',
  lesson: 'new-lesson',
  questions: 'new-bank-001',
  campaign: 'new-campaign',
  responsibility: 'new-duty',
  activity: 'new-activity',
}

describe.each(KINDS)('a new %s', (kind) => {
  test('is complete, is shown in the preview without a problem, and is published only when it is written', SLOW, () => {
    withSurroundings((surroundings) => {
      const { folder } = surroundings
      const answers = completeAnswers(kind, GIVEN[kind], surroundings, 'test')
      const files = draftFiles(answers, surroundings)
      expect(files.map(({ path }) => path)).toEqual(FILES[kind])
      writeDrafts(folder, files)

      const preview = readContent(folder, { now: NOW, preview: true })
      expect(idsIn(preview)).toContain(NEW_IDS[kind])
      expect(checkContent(preview, TODAY)).toEqual([])

      // What has something to write is a draft; rows and records are written in full by their answers.
      const drafts = files.filter(({ text }) => String(text).includes('【待写】'))
      expect(drafts.length).toBe(kind === 'responsibility' || kind === 'activity' ? 0 : files.length)
      expect(waitingReport(preview, NOW)).toEqual(
        drafts.map(({ path }) => expect.stringContaining(`content/${path}：草稿，还有`)),
      )
      expect(idsIn(readContent(folder, { now: NOW, preview: false })).includes(NEW_IDS[kind])).toBe(drafts.length === 0)

      for (const { path } of drafts) {
        const file = join(folder, path)
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^draft: true\n/m, ''))
      }
      const problems = checkContent(readContent(folder, { now: NOW, preview: true }), TODAY)
      const left = drafts.reduce((sum, { text }) => sum + String(text).split('【待写】').length - 1, 0)
      expect(problems.length).toBe(left)
      for (const problem of problems) expect(problem.fault).toMatch(/^还没有写完：“.*【待写】/)
    })
  })

  test('says where it is and what to do next', () => {
    withSurroundings((surroundings) => {
      const answers = completeAnswers(kind, GIVEN[kind], surroundings, 'test')
      const said = nextSteps(answers, draftFiles(answers, surroundings))
      for (const path of FILES[kind]) expect(said).toContain(`content/${path}`)
      expect(said).toContain('npm run check')
      expect(said).toMatch(/http:\/\/localhost:4321\/\w+\//)
    })
  })
})

test('the first row of a year starts its list', () => {
  withSurroundings((surroundings) => {
    const answers = completeAnswers('responsibility', { id: 'first', dueOn: '2027-06-30' }, surroundings, 'test')
    const [file] = draftFiles(answers, surroundings)
    expect(file).toMatchObject({ path: 'responsibilities/2027.yaml', before: null })
    writeDrafts(surroundings.folder, draftFiles(answers, surroundings))
    expect(checkContent(readContent(surroundings.folder), TODAY)).toEqual([])
  })
})

test('values that YAML would misread are quoted', () => {
  withSurroundings((surroundings) => {
    const title = '“工资：按时发” # 不是注释'
    const answers = completeAnswers(
      'explainer',
      { id: 'quoted', title, keywords: ['12333', 'yes no'] },
      surroundings,
      'test',
    )
    writeDrafts(surroundings.folder, draftFiles(answers, surroundings))
    const page = readContent(surroundings.folder, { now: NOW, preview: true }).explainers.find(
      ({ value }) => value.id === 'quoted',
    )
    expect(page?.value).toMatchObject({ title, keywords: ['12333', 'yes no'] })
  })
})
