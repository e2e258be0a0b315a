import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { checkCitations } from '../../../content/check/citations.ts'
import { checkContent } from '../../../content/check/collection.ts'
import {
  awaitingAfter,
  awaitingOn,
  causeText,
  historiesOf,
  setAsideOf,
  type TouchedCitation,
  touchedCitations,
} from '../../../content/compare/awaiting.ts'
import { ProblemsError } from '../../../content/domain/errors.ts'
import { LawFileSchema } from '../../../content/domain/law.ts'
import { ReviewFileSchema } from '../../../content/domain/review.ts'
import type { StatuteText } from '../../../content/domain/statute.ts'
import { type Content, readContent } from '../../../content/source/content.ts'
import { readYaml } from '../../../content/source/source-file.ts'
import { broken, type Files, withContent } from '../../fixtures/content.ts'
import { SOUND } from '../../fixtures/sound-content.ts'
import { statute as anyStatute, statuteArticle as article } from '../../fixtures/statutes.ts'

/**
 * 试验法 of the sound content is in force from 2024-01-01, and cited with 第二十条 and 第二十条之一. Each test lets it change on
 * 2027-01-01 or end, and looks at the days on both sides.
 */
const LAW = 'laws/test-law.yaml'
const REVIEWS = 'reviews/test-law.yaml'
const PUBLISHED = Date.parse('2030-01-01T00:00:00Z')
const TODAY = '2026-11-24'

/** An imported text of 试验法. */
const statute = (given: Partial<StatuteText>) => anyStatute({ lawId: 'test-law', name: '试验法', ...given })

/** A new text of 试验法 from a day, and whatever the file says of it besides. */
function withText(files: Files, from: string, rest = ''): Files {
  return {
    ...files,
    [LAW]: `${files[LAW]}  - effectiveFrom: ${from}\n    adoptedOn: 2026-10-01\n    articleCount: 95\n    articles: {}\n${rest}`,
  }
}

function withReviews(files: Files, ...reviews: readonly string[]): Files {
  return { ...files, [REVIEWS]: `reviews:\n${reviews.join('')}` }
}

const review = (version: string, ...items: readonly string[]) =>
  `  - version: ${version}\n    reviewer: 法规处（示例）\n    reviewedOn: 2026-11-20\n    items: [${items.join(', ')}]\n`

const read = (files: Files): Content =>
  withContent(files, (folder) => readContent(folder, { now: PUBLISHED, preview: false }))
const sound = read(SOUND)

function parsed<T>(path: string, text: string, schema: z.ZodMiniType<T>) {
  const result = readYaml(path, text, schema)
  if ('problems' in result) throw new ProblemsError(result.problems)
  return result.value
}

/** The content of these files; all of it is read again only where more than the law and its reviews differ. */
function contentOf(files: Files): Content {
  const own = new Set([LAW, REVIEWS])
  if (Object.entries(files).some(([path, text]) => !own.has(path) && SOUND[path] !== text)) return read(files)
  const law = parsed(LAW, files[LAW] ?? '', LawFileSchema)
  const reviews = files[REVIEWS]
  return {
    ...sound,
    laws: sound.laws.map((other) =>
      other.value.id === 'test-law' ? { value: { ...law.data, id: 'test-law' }, source: law.source } : other,
    ),
    reviews:
      reviews === undefined
        ? []
        : [parsed(REVIEWS, reviews, ReviewFileSchema)].map(({ data, source }) => ({
            value: { ...data, id: 'test-law' },
            source,
          })),
  }
}

function touchedIn(files: Files, statutes: readonly StatuteText[] = []): TouchedCitation[] {
  const content = contentOf(files)
  return touchedCitations(content, checkCitations(content).uses, historiesOf(content, statutes))
}

/** What awaits a review on a day: `item number cause`, each once. */
function awaiting(touched: readonly TouchedCitation[], day: string): string[] {
  const shown = awaitingOn(touched, day).map(({ item, use, turn }) => `${item} ${use.to.number} ${turn.cause}`)
  return [...new Set(shown)].toSorted()
}

const items = (touched: readonly TouchedCitation[], day: string) => [
  ...new Set(awaitingOn(touched, day).map(({ item }) => item)),
]

/** Everything in the sound content that cites 试验法. */
const CITING = [
  'campaigns/test-campaign',
  'explainers/test-page',
  'lessons/test-lesson',
  'questions/test-bank-1',
  'questions/test-bank-2',
  'questions/test-bank-3',
]

test('as long as no law changes, nothing awaits a review and no question is set aside', () => {
  const touched = touchedIn(SOUND)
  expect(awaitingOn(touched, '2026-11-24')).toEqual([])
  expect(awaitingAfter(touched, '2026-11-24')).toEqual([])
  expect(setAsideOf(touched, TODAY).size).toBe(0)
})

describe('a new text of which nothing is known', () => {
  const files = withText(SOUND, '2027-01-01')

  test('is no problem of the content, on any day', () => {
    const problems = (day: string) => checkContent(contentOf(files), day).filter(({ place }) => place.includes('test-'))
    for (const day of ['2026-12-31', '2027-01-01']) expect(problems(day)).toEqual([])
  })

  test('counts as changed from its first day, in everything that cites the law', () => {
    const touched = touchedIn(files)
    expect(awaiting(touched, '2026-12-31')).toEqual([])
    expect(
      items(touched, '2027-01-01')
        .filter((item) => item.includes('test-'))
        .toSorted(),
    ).toEqual(CITING)
    expect(awaiting(touched, '2027-01-01')).toContain('questions/test-bank-2 20-1 unknown')
    expect([...new Set(awaitingAfter(touched, '2026-12-31').map(({ item }) => item))].toSorted()).toEqual(CITING)
    expect(awaitingAfter(touched, '2027-01-01')).toEqual([])
  })

  test('sets the questions aside from that day, whole cases under the id of the case', () => {
    const setAside = setAsideOf(touchedIn(files), TODAY)
    expect([...setAside.keys()].toSorted()).toEqual(['test-bank-1', 'test-bank-2', 'test-bank-3'])
    expect(setAside.get('test-bank-2')).toEqual([
      { from: '2027-01-01', reason: '《试验法》第二十条之一：2027-01-01 起有新文本，改没改还不知道' },
    ])
  })
})

describe('what our own file says of the new text', () => {
  const stated = (changes: string) => touchedIn(withText(SOUND, '2027-01-01', `    changes: ${changes}\n`))

  test.each([
    ['names the article as the only one that changed', '{ changed: ["20-1"] }', ['20-1 changed']],
    ['names another as the only one that changed', '{ changed: ["3"] }', []],
    ['names an article as unchanged', '{ unchanged: ["20"] }', ['20-1 changed']],
    ['names both as unchanged', '{ unchanged: ["20", "20-1"] }', []],
    ['moves one', '{ changed: [], moved: { "20": "23" } }', ['20 moved']],
    ['takes one away', '{ changed: [], gone: ["20-1"] }', ['20-1 gone']],
  ])('decides: it %s', (_name, changes, expected) => {
    const touched = stated(changes)
    expect(awaiting(touched, '2026-12-31')).toEqual([])
    const found = new Set(awaiting(touched, '2027-01-01').map((own) => own.replace(/^\S+ /, '')))
    expect([...found].toSorted()).toEqual(expected)
  })

  test('names the new number', () => {
    const [first] = awaitingOn(stated('{ changed: [], moved: { "20": "23" } }'), '2027-01-01')
    expect(first && causeText(first.turn)).toBe('2027-01-01 起换了条号，改为第二十三条')
  })
})

describe('imported official texts', () => {
  const old = statute({
    effectiveFrom: '2024-01-01',
    articles: [article('20', '申请应当在十五日内答复，并说明理由。'), article('20-1', '答复不收费，也不得要求担保。')],
  })
  const renewed = (...articles: ReturnType<typeof article>[]) => statute({ effectiveFrom: '2027-01-01', articles })

  test.each([
    [
      'the same words',
      [article('20', '申请应当在十五日内答复，并说明理由。'), article('20-1', '答复不收费，也不得要求担保。')],
      [],
    ],
    [
      'other punctuation',
      [article('20', '申请应当在十五日内答复；并说明理由。'), article('20-1', '答复不收费 也不得要求担保。')],
      [],
    ],
    [
      'other words',
      [article('20', '申请应当在七日内答复，并说明理由。'), article('20-1', '答复不收费，也不得要求担保。')],
      ['20 changed'],
    ],
    [
      'another number',
      [article('20', '答复不收费，也不得要求担保。'), article('21', '申请应当在十五日内答复，并说明理由。')],
      ['20 moved', '20-1 moved'],
    ],
    ['nothing of it', [article('20', '申请应当在十五日内答复，并说明理由。')], ['20-1 gone']],
  ])('decide before our own file: %s', (_name, articles, expected) => {
    // The file says the opposite of what the texts show.
    const rest = `    changes: ${expected.length === 0 ? '{ unchanged: [] }' : '{ changed: [] }'}\n`
    const touched = touchedIn(withText(SOUND, '2027-01-01', rest), [old, renewed(...articles)])
    expect(awaiting(touched, '2026-12-31')).toEqual([])
    const found = new Set(awaiting(touched, '2027-01-01').map((own) => own.replace(/^\S+ /, '')))
    expect([...found].toSorted()).toEqual(expected)
  })

  test('newer than any that our own file has count too, from their day', () => {
    const touched = touchedIn(SOUND, [
      old,
      renewed(article('20', '申请应当在七日内答复，并说明理由。'), article('20-1', '答复不收费，也不得要求担保。')),
    ])
    expect(awaiting(touched, '2026-12-31')).toEqual([])
    expect(items(touched, '2027-01-01')).toContain('questions/test-bank-1')
    expect(items(touched, '2027-01-01')).not.toContain('questions/test-bank-2')
  })

  test('without a day of effect are never taken to be in force', () => {
    const { effectiveFrom: _, ...undated } = renewed(article('20', '完全不同。'))
    expect(awaitingOn(touchedIn(SOUND, [old, { ...undated, publishedOn: '2026-01-01' }]), '2030-01-01')).toEqual([])
  })

  test('of which only one is there leave the difference unknown', () => {
    expect(awaiting(touchedIn(withText(SOUND, '2027-01-01'), [old]), '2027-01-01')).toContain(
      'questions/test-bank-1 20 unknown',
    )
  })
})

describe('a confirmation', () => {
  const files = withText(SOUND, '2027-01-01')

  test('takes its items, and no others, off the list', () => {
    const touched = touchedIn(withReviews(files, review('2027-01-01', 'questions/test-bank-1', 'explainers/test-page')))
    expect(items(touched, '2027-01-01').toSorted()).toEqual(
      CITING.filter((item) => !['questions/test-bank-1', 'explainers/test-page'].includes(item)),
    )
    expect(setAsideOf(touched, TODAY).has('test-bank-1')).toBe(false)
  })

  test('is for one text: the next one asks anew', () => {
    const twice = withText(files, '2028-01-01')
    const touched = touchedIn(withReviews(twice, review('2027-01-01', 'questions/test-bank-1')))
    expect(items(touched, '2027-12-31')).not.toContain('questions/test-bank-1')
    expect(items(touched, '2028-01-01')).toContain('questions/test-bank-1')
    expect(
      setAsideOf(touched, TODAY)
        .get('test-bank-1')
        ?.map(({ from }) => from),
    ).toEqual(['2028-01-01'])
    const both = withReviews(
      twice,
      review('2027-01-01', 'questions/test-bank-1'),
      review('2028-01-01', 'questions/test-bank-1'),
    )
    expect(items(touchedIn(both), '2028-01-01')).not.toContain('questions/test-bank-1')
  })

  test('of the text before is where the next change is measured from', () => {
    const twice = withText(files, '2028-01-01', '    changes: { changed: [] }\n')
    expect(items(touchedIn(twice), '2028-01-01')).toContain('questions/test-bank-1')
    const confirmed = touchedIn(withReviews(twice, review('2027-01-01', 'questions/test-bank-1')))
    expect(items(confirmed, '2028-01-01')).not.toContain('questions/test-bank-1')
  })

  test('is not needed where the content itself has moved on to the new text', () => {
    const rewritten = broken(
      files,
      'banks/test-bank.yaml',
      'id: test-bank-1\n',
      'id: test-bank-1\n    asOf: 2027-01-01\n',
    )
    const articles = rewritten[LAW]?.replace(
      /articles: \{\}\n$/,
      'articles:\n      "20":\n        heading: 更新的第二十条\n        gist: 更新文本第二十条的要旨。\n',
    )
    const touched = touchedIn({ ...rewritten, [LAW]: articles ?? '' })
    expect(items(touched, '2027-01-01')).not.toContain('questions/test-bank-1')
    expect(setAsideOf(touched, TODAY).get('test-bank-1')).toEqual([
      { until: '2027-01-01', reason: '《试验法》第二十条：2027-01-01 起才施行' },
    ])
    expect(setAsideOf(touched, '2027-01-01').has('test-bank-1')).toBe(false)
  })
})

describe('a repeal', () => {
  const repealed = (rest = '') => broken(SOUND, LAW, 'versions:', `repealedOn: 2027-01-01\n${rest}versions:`)

  test('works like a change, from its first day', () => {
    const touched = touchedIn(repealed())
    expect(awaiting(touched, '2026-12-31')).toEqual([])
    expect(items(touched, '2027-01-01').toSorted()).toEqual(CITING)
    expect(setAsideOf(touched, TODAY).get('test-bank-1')).toEqual([
      { from: '2027-01-01', reason: '《试验法》第二十条：2027-01-01 起废止' },
    ])
  })

  test('is confirmed by its day', () => {
    const touched = touchedIn(withReviews(repealed(), review('2027-01-01', 'explainers/test-page')))
    expect(items(touched, '2027-01-01')).not.toContain('explainers/test-page')
  })
})

describe('a change that is entered after its day', () => {
  const problemsOf = (files: Files) =>
    checkCitations(contentOf(files)).problems.filter(({ place }) => place.includes('test-'))

  test('leaves what was written for later days standing, to be reviewed', () => {
    const files = withText(SOUND, '2026-10-15')
    expect(problemsOf(files)).toEqual([])
    expect(awaiting(touchedIn(files), '2026-10-14')).toEqual([])
    expect(items(touchedIn(files), '2026-10-15').toSorted()).toEqual(CITING)
  })

  test('such as a repeal does so with the day on which it was entered, and is a problem of later content', () => {
    const repealed = (enteredOn: string) =>
      broken(SOUND, LAW, 'versions:', `repealedOn: 2026-10-15\nrepealEnteredOn: ${enteredOn}\nversions:`)
    expect(problemsOf(repealed('2026-11-02'))).toEqual([])
    expect(items(touchedIn(repealed('2026-11-02')), TODAY).toSorted()).toEqual(CITING)
    expect(problemsOf(repealed('2026-11-01')).length).toBeGreaterThan(0)
  })
})

test('what is told in advance is not relied on before its day, and awaits no review', () => {
  const files = broken(
    broken(
      SOUND,
      'laws/coming-law.yaml',
      '  - effectiveFrom: 2027-01-01\n',
      '  - effectiveFrom: 2027-01-01\n    publishedOn: 2026-06-01\n',
    ),
    'banks/test-bank.yaml',
    'citations: ["《试验法》第二十条之一"]',
    'citations: ["《将来法》第一条"]\n    asOf: 2027-01-01',
  )
  const touched = touchedIn(files)
  expect(setAsideOf(touched, '2026-12-31').get('test-bank-2')).toEqual([
    { until: '2027-01-01', reason: '《将来法》第一条：2027-01-01 起才施行' },
  ])
  expect(setAsideOf(touched, '2027-01-01').has('test-bank-2')).toBe(false)
  for (const day of ['2026-12-31', '2027-01-01']) expect(items(touched, day)).not.toContain('questions/test-bank-2')
})

test('a ledger keeps speaking of the law of its day', () => {
  const repealed = sound.laws.map((own) => ({ ...own, value: { ...own.value, repealedOn: '2027-01-01' } }))
  const touched = touchedCitations(sound, checkCitations(sound).uses, historiesOf({ laws: repealed }, []))
  const kinds = new Set(touched.map(({ use }) => use.from.kind))
  expect(kinds.has('notice')).toBe(false)
  expect(kinds.has('case')).toBe(true)
})
