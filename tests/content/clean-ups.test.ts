import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkCleanUps } from '../../content/check/clean-ups.ts'
import { type CleanUp, CleanUpFileSchema } from '../../content/domain/clean-up.ts'
import { publishedOn } from '../../content/domain/publication.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import { readYaml } from '../../content/source/source-file.ts'
import { expectOne } from '../fixtures/broken-content.ts'
import { broken, CONTENT, type Files, lineOf, problemsWith, withContent } from '../fixtures/content.ts'
import { REGISTERS } from '../fixtures/sound-registers.ts'

const ROUND = 'clean-ups/2029.yaml'
const AFTERWARDS = { now: Date.parse('2030-01-01T00:00:00Z'), preview: false }
const content = readContent(CONTENT, AFTERWARDS)
const last = content.cleanUps.at(-1)?.value
if (last === undefined) throw new Error('no clean-up round')

/** What the shipped content has for a round after the last one, but for the document that ends by then. */
const kept = [
  ...last.kept.flatMap(({ document }) => (document === 'reconsideration-rules' ? [] : [{ document }])),
  ...content.documents.flatMap(({ value }) => (value.publishedOn > last.asOf ? [{ document: value.id }] : [])),
]
const total = kept.length + 3

/** A round that follows the shipped ones and balances. */
const round: Omit<CleanUp, 'id' | 'publishedOn' | 'draft'> = {
  year: 2029,
  title: '2029年清理结果（示例）',
  owner: '省厅（示例）',
  asOf: '2029-01-31',
  publishAt: '2029-02-01 09:00',
  totals: { reviewed: total, kept: kept.length, expired: 1, repealed: 2 },
  kept,
  expired: [{ document: 'reconsideration-rules' }],
  repealed: [{ document: 'test-document' }, { number: '试发〔2016〕1号', title: '从前的通知（示例）' }],
}
const FILES: Files = {
  ...broken(REGISTERS, 'documents/test-document.md', 'expiresOn:', 'repealedOn: 2029-01-01\nexpiresOn:'),
  [ROUND]: stringify(round),
}

const sound = withContent(FILES, (folder) => readContent(folder, AFTERWARDS))

/** What the check finds in the content with another text of the last round, and with other documents. */
function roundProblems(files: Files, documents: Content['documents'] = sound.documents) {
  const result = readYaml(`content/${ROUND}`, files[ROUND] ?? '', CleanUpFileSchema)
  if (!('value' in result)) return result.problems
  const { data, source } = result.value
  const value = { ...data, id: '2029', publishedOn: publishedOn(data.publishAt) }
  return checkCleanUps({ ...sound, documents, cleanUps: [...content.cleanUps, { value, source }] })
}

test('a round that speaks of everything kept before and published since has no problems', () => {
  expect(problemsWith(FILES)).toEqual([])
})

describe('what is wrong with a round is one problem with file and line', () => {
  test.each<[name: string, from: string, to: string, mark: string, fault: string]>([
    [
      'a sum that is not the number reviewed',
      `reviewed: ${total}`,
      `reviewed: ${total + 2}`,
      'reviewed:',
      `继续有效${kept.length}件、宣布失效1件、宣布废止2件，合计${total}件，和清理总数${total + 2}件对不上，少2件。`,
    ],
    [
      'a document without a result, which it names',
      `reviewed: ${total}\n  kept: ${kept.length}\n  expired: 1\n  repealed: 2\nkept:\n  - document: work-injury-notice-rules\n`,
      `reviewed: ${total - 1}\n  kept: ${kept.length - 1}\n  expired: 1\n  repealed: 2\nkept:\n`,
      'reviewed:',
      '有1件文件没有清理结果：明人社规〔2024〕2号《工伤认定一次性告知规范（示例）》。',
    ],
    [
      'a document that is not there',
      '  - number: 试发〔2016〕1号\n    title: 从前的通知（示例）',
      '  - document: weather-rules',
      'weather-rules',
      '没有“weather-rules”这个政策文件。',
    ],
    [
      'a document that an earlier round ended',
      '  - number: 试发〔2016〕1号\n    title: 从前的通知（示例）',
      '  - document: complaint-rules-2020',
      'complaint-rules-2020',
      '“明人社规〔2020〕6号”在2025年的清理里已经宣布废止。',
    ],
    [
      'a document twice',
      '  - number: 试发〔2016〕1号\n    title: 从前的通知（示例）',
      '  - document: test-document\n    note: 又写了一次。',
      'note: 又写了一次',
      '“试验发〔2026〕1号”写了两次清理结果。',
    ],
    ['an entry without a title', '\n    title: 从前的通知（示例）', '', 'number: 试发', '没有写是哪一份文件。'],
    [
      'the number of a document that has a page',
      '  - document: test-document',
      '  - number: 试验发〔2026〕1号\n    title: 试验文件的标题',
      '试验发〔2026〕1号',
      '文号“试验发〔2026〕1号”是本站的文件 test-document。',
    ],
    [
      'another year than that of the file',
      'year: 2029',
      'year: 2028',
      'year:',
      '2028年的清理结果放在了 2029.yaml 里。',
    ],
    [
      'publication before the day that it reviews until',
      'publishAt: 2029-02-01',
      'publishAt: 2029-01-30',
      'publishAt',
      '清理结果的发布时间（publishAt）“2029-01-30”早于清理截止的日期（asOf）“2029-01-31”。',
    ],
  ])('%s', (_name, from, to, mark, fault) => {
    const files = broken(FILES, ROUND, from, to)
    const problems = roundProblems(files)
    // The second time that a document stands there is the later line.
    const place = mark.startsWith('note') ? problems[0]?.place : lineOf(files, ROUND, mark)
    expectOne(problems, place ?? '', fault)
  })

  test('figures that are not those of the lists', () => {
    const files = broken(
      FILES,
      ROUND,
      `reviewed: ${total}\n  kept: ${kept.length}`,
      `reviewed: ${total + 1}\n  kept: ${kept.length + 1}`,
    )
    expectOne(
      roundProblems(files),
      lineOf(files, ROUND, `  kept: ${kept.length + 1}`),
      `继续有效（kept）公布的是${kept.length + 1}件，列出的是${kept.length}件，少1件。`,
    )
  })
})

describe('a result that the document itself denies is one problem:', () => {
  const TO_KEPT: readonly (readonly [from: string, to: string])[] = [
    [`kept: ${kept.length}\n  expired: 1`, `kept: ${kept.length + 1}\n  expired: 0`],
    ['kept:\n  - document: w', 'kept:\n  - document: reconsideration-rules\n  - document: w'],
    ['expired:\n  - document: reconsideration-rules\n', 'expired: []\n'],
  ]

  test('kept after the end of its term', () => {
    const files = TO_KEPT.reduce((own, [from, to]) => broken(own, ROUND, from, to), FILES)
    expectOne(
      roundProblems(files),
      lineOf(files, ROUND, 'document: reconsideration-rules'),
      '清理结果写的是继续有效，reconsideration-rules 自己写的是失效日期 2029-01-01。',
    )
  })

  test('repealed without a day of repeal', () => {
    const documents = sound.documents.map(({ value, ...page }) => {
      const { repealedOn, ...others } = value
      return { ...page, value: value.id === 'test-document' ? others : value }
    })
    expectOne(
      roundProblems(FILES, documents),
      lineOf(FILES, ROUND, 'document: test-document'),
      '清理结果写的是宣布废止，test-document 自己写的是失效日期 2031-08-01。',
    )
  })
})

test('a round before which nothing was reviewed has to speak of every document until then', () => {
  const first = content.cleanUps[0]
  if (first === undefined) throw new Error('no clean-up round')
  const { documents } = content
  const older = documents.map((page) =>
    page.value.id === 'duty-list-rules' ? { ...page, value: { ...page.value, publishedOn: '2019-01-02' } } : page,
  )
  const problems = checkCleanUps({ ...content, documents: older, cleanUps: [first] })
  expect(problems.map(({ fault }) => fault)).toEqual([
    '有1件文件没有清理结果：明人社发〔2026〕7号《普法责任清单管理办法（示例）》。',
  ])
})
