import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CitationUse, Citing } from '../../content/check/citations.ts'
import { historiesOf, touchedCitations } from '../../content/compare/awaiting.ts'
import { indexLaws, isResolved, parseCitation, resolveCitation } from '../../content/domain/citation.ts'
import type { Law } from '../../content/domain/law.ts'
import type { StatuteText } from '../../content/domain/statute.ts'
import type { Sourced } from '../../content/source/content.ts'
import { showNoticesOfToday } from '../../site/laws/notices.ts'
import { type LawNotice, noticesOfPages } from '../../site/lib/law-notices.ts'
import { articles, law, version } from '../fixtures/laws.ts'
import { statute, statuteArticle } from '../fixtures/statutes.ts'

const SOURCE: Sourced<Law>['source'] = { path: 'content/laws/labour-contract-law.yaml', place: () => '' }
const NEXT = version({ effectiveFrom: '2027-01-01', articles: {} })

function use(from: Partial<Citing>, text: string, own: Law, asOf = '2026-11-01'): CitationUse {
  const ref = parseCitation(text)
  const to = ref === null ? null : resolveCitation(indexLaws([own]), ref, asOf)
  if (to === null || !isResolved(to)) throw new Error(text)
  return { from: { kind: 'explainer', id: 'unpaid-wages', title: '', ...from }, to, place: '' }
}

function noticesFor(own: Law, uses: readonly CitationUse[], day: string, statutes: readonly StatuteText[] = []) {
  const histories = historiesOf({ laws: [{ value: own, source: SOURCE }] }, statutes)
  return noticesOfPages(touchedCitations({ reviews: [] }, uses, histories), uses, histories, day)
}

const labelsOf = (notices: readonly LawNotice[]) => notices.map((own) => own.articles.map(({ label }) => label))

const PAGE = '/explainers/unpaid-wages/'

describe('a page that cites a law', () => {
  const changing = law({ versions: [version(), NEXT] })

  test('that stays as it is says nothing', () => {
    const own = law()
    expect(noticesFor(own, [use({}, '《劳动合同法》第三十八条', own)], '2026-11-24')(PAGE, false)).toEqual([])
  })

  test.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('that changes on 2027-01-01 has one notice for all its articles; built on %s it is shown: %s', (day, isShown) => {
    const uses = ['第八十二条', '第三十八条', '第三十八条', '第八十二条之一'].map((article) =>
      use({}, `《劳动合同法》${article}`, changing),
    )
    expect(noticesFor(changing, uses, day)(PAGE, false)).toEqual([
      {
        kind: 'changed',
        law: { id: 'labour-contract-law', name: '劳动合同法' },
        articles: ['第三十八条', '第八十二条', '第八十二条之一'].map((label) => ({
          label,
          path: '/laws/labour-contract-law/',
        })),
        day: '2027-01-01',
        span: '2027-01-01/',
        isShown,
      },
    ])
  })

  describe('whose official texts are both there', () => {
    const words = { lawId: 'labour-contract-law', name: '劳动合同法', title: '中华人民共和国劳动合同法' }
    const before = statute({
      ...words,
      effectiveFrom: version().effectiveFrom,
      articles: [
        statuteArticle('10', '示例：单位每月五日以前发工资，逾期要说明理由。'),
        statuteArticle('38', '示例：收到申请以后，应当在三日内书面答复申请人。'),
        statuteArticle('82', '示例：旧文本里关于介绍信的规定，后来不要了。'),
      ],
    })
    const after = statute({
      ...words,
      effectiveFrom: '2027-01-01',
      articles: [
        statuteArticle('10', '示例：单位每月五日以前发工资，逾期要说明理由。'),
        statuteArticle('39', '示例：收到申请以后，应当在五日内书面答复申请人。'),
      ],
    })
    const uses = ['第三十八条', '第八十二条'].map((article) => use({}, `《劳动合同法》${article}`, changing))
    const pathsWith = (...statutes: StatuteText[]) =>
      noticesFor(
        changing,
        uses,
        '2027-01-01',
        statutes,
      )(PAGE, false).flatMap((own) => own.articles.map(({ path }) => path))

    test('leads to each article in their comparison, also where it has another number or is gone', () => {
      const page = `/laws/labour-contract-law/${version().effectiveFrom}/2027-01-01/`
      expect(pathsWith(before, after)).toEqual([`${page}#art-39`, `${page}#old-art-82`])
    })

    test('leads to the law where one text is missing, or another stands between them', () => {
      const law = ['/laws/labour-contract-law/', '/laws/labour-contract-law/']
      expect(pathsWith(after)).toEqual(law)
      expect(pathsWith(before, statute({ ...words, effectiveFrom: '2026-06-01' }), after).slice(-2)).toEqual(law)
    })
  })

  test('that is repealed says so from its day', () => {
    const own = law({ repealedOn: '2027-01-01' })
    const notices = noticesFor(own, [use({}, '《劳动合同法》第三十八条', own)], '2026-12-31')(PAGE, false)
    expect(notices).toMatchObject([{ kind: 'repealed', span: '2027-01-01/', isShown: false }])
  })

  test.each([
    ['2026-12-31', [{ kind: 'coming', span: '/2027-01-01', isShown: true }]],
    ['2027-01-01', []],
  ])('that is still to come is marked as told in advance; built on %s: %j', (day, expected) => {
    const own = law({ versions: [version(), { ...NEXT, articles: articles('38') }] })
    const cited = use({}, '《劳动合同法》第三十八条', own, '2027-01-01')
    expect(noticesFor(own, [cited], day)(PAGE, false)).toMatchObject(expected)
  })

  test('says nothing for questions, whose ids stay inside', () => {
    const uses = [use({ kind: 'question', id: 'unpaid-wages' }, '《劳动合同法》第三十八条', changing)]
    expect(noticesFor(changing, uses, '2027-01-01')(PAGE, false)).toEqual([])
  })

  test('speaks for each text: an English one with citations of its own for itself', () => {
    const uses = [
      use({}, '《劳动合同法》第三十八条', changing),
      use({ lang: 'en' }, '《劳动合同法》第十条', changing),
      use({ id: 'overtime' }, '《劳动合同法》第八十二条', changing),
    ]
    const notices = noticesFor(changing, uses, '2027-01-01')
    const shown = (path: string, english: boolean) => labelsOf(notices(path, english))
    expect(shown(PAGE, false)).toEqual([['第三十八条']])
    expect(shown(PAGE, true)).toEqual([['第十条']])
    expect(shown('/explainers/overtime/', true)).toEqual([['第八十二条']])
    expect(shown('/explainers/other/', false)).toEqual([])
  })

  test('gathers what stands on one page: terms, cases of a batch', () => {
    const uses = [
      use({ kind: 'term', id: 'a' }, '《劳动合同法》第三十八条', changing),
      use({ kind: 'term', id: 'b' }, '《劳动合同法》第十条', changing),
      use({ kind: 'case', id: '2026-1', anchor: 'case-2' }, '《劳动合同法》第十条', changing),
    ]
    const notices = noticesFor(changing, uses, '2027-01-01')
    expect(labelsOf(notices('/glossary/', false))).toEqual([['第十条', '第三十八条']])
    expect(notices('/cases/2026-1/', false)).toHaveLength(1)
  })
})

describe('the script of a page', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test.each([
    ['2026-12-31T23:59:59+08:00', [true, false]],
    ['2027-01-01T00:00:00+08:00', [false, true]],
  ])('shows on %s what holds then, without a new build', (now, hidden) => {
    const notices = ['2027-01-01/', '/2027-01-01'].map((lawNotice) => ({ dataset: { lawNotice }, hidden: false }))
    vi.stubGlobal('document', { querySelectorAll: () => notices })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) })
    showNoticesOfToday()
    expect(notices.map((notice) => notice.hidden)).toEqual(hidden)
  })
})
