import { describe, expect, test } from 'vitest'
import { caseAnchor } from '../../content/domain/case-batch.ts'
import { DOCUMENT_STATUSES, documentStatus } from '../../content/domain/document.ts'
import { NOTICE_STATUSES } from '../../content/domain/notice.ts'
import { citedBy, citedLaws } from '../../site/lib/back-links.ts'
import { batchKeywords, caseBatches, caseBatchPages } from '../../site/lib/case-batches.ts'
import { buildDay, content } from '../../site/lib/content.ts'
import {
  changedByDocument,
  cleanUpOf,
  cleanUps,
  documentNamed,
  documentOffices,
  documentStatuses,
  documentsOf,
  documentTopics,
  documentYears,
  listedDocuments,
  numberKey,
  STATUS_KEYS,
  statusPhases,
} from '../../site/lib/documents.ts'
import { countNotices, noticePages } from '../../site/lib/notices.ts'
import { documents, pagePath } from '../../site/lib/pages.ts'
import { findables } from '../../site/search/findables.ts'

describe('addresses', () => {
  test.each([
    ['document', 'wage-rules', undefined, '/documents/wage-rules/'],
    ['case', '2026-2', undefined, '/cases/2026-2/'],
    ['case', '2026-2', 'case-3', '/cases/2026-2/#case-3'],
    ['notice', '2026-03', undefined, '/notices/#notice-2026-03'],
  ] as const)('of %s %s %s', (kind, id, anchor, path) => {
    expect(pagePath(kind, id, anchor)).toBe(path)
  })
})

describe('documents', () => {
  test('stand in the register once each, those published last first', () => {
    const days = listedDocuments.map(({ publishedOn }) => publishedOn)
    expect(days.length).toBeGreaterThanOrEqual(12)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(new Set(listedDocuments.map(({ id }) => id)).size).toBe(documents.length)
  })

  test('are found by whatever the filter offers', () => {
    for (const document of documents) {
      for (const { status } of statusPhases(document)) expect(documentStatuses).toContain(status)
      expect(documentYears).toContain(document.publishedOn.slice(0, 4))
      expect(documentOffices).toContain(document.drafter)
      for (const topic of document.topics) expect(documentTopics.map(({ id }) => id)).toContain(topic)
    }
  })

  test('have one status on each day to come', () => {
    for (const document of documents) {
      const phases = statusPhases(document, '2026-11-23')
      expect([phases[0]?.from, phases.at(-1)?.to]).toEqual(['', ''])
      for (const [index, { from, to, status }] of phases.entries()) {
        expect(documentStatus(document, from === '' ? '2026-11-23' : from)).toBe(status)
        if (to !== '') expect(phases[index + 1]?.from).toBe(to)
      }
    }
  })

  test('were all reviewed in a clean-up that had reached them', () => {
    const reached = cleanUps[0]?.asOf ?? ''
    for (const { id, publishedOn } of documents)
      expect([id, cleanUpOf(id) !== undefined]).toEqual([id, publishedOn <= reached])
    expect(cleanUpOf('complaint-rules-2020')).toMatchObject({ cleanUp: { year: 2025 }, outcome: 'repealed' })
    expect(cleanUpOf('contract-action-plan-2024')).toMatchObject({ cleanUp: { year: 2026 }, outcome: 'expired' })
  })

  test('sort by the number of their 文号', () => {
    const numbers = ['明人社办〔2025〕21号', '明人社办〔2025〕9号', '明人社办〔2024〕30号']
    expect(numbers.toSorted((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1))).toEqual(numbers.toReversed())
  })

  test('showed all five of them on 2026-11-23', () => {
    expect(new Set(documents.map((document) => documentStatus(document, '2026-11-23')))).toEqual(
      new Set(DOCUMENT_STATUSES),
    )
  })

  test('have a class of their own for every status', () => {
    const keys = Object.values(STATUS_KEYS)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[a-z-]+$/)
  })

  test('and explainers name each other', () => {
    for (const { id, explainer } of documents) {
      if (explainer === undefined) continue
      expect(documentsOf(explainer).map((document) => document.id)).toContain(id)
    }
    expect(documentsOf('no-such-page')).toEqual([])
  })

  test('and those that changed them name each other', () => {
    const changed = documents.filter(({ changedBy }) => changedBy !== undefined)
    expect(changed.length).toBeGreaterThan(0)
    for (const { id, changedBy = '' } of changed) {
      expect(documentNamed(changedBy)?.id).toBe(changedBy)
      expect(changedByDocument(changedBy).map((other) => other.id)).toContain(id)
    }
    expect(documentNamed(undefined)).toBeUndefined()
  })

  test('all say that they are fictional', () => {
    for (const { title, issuer, fictional } of documents) {
      expect(fictional).toBe(true)
      expect(title).toMatch(/（示例）$/)
      expect(issuer).toMatch(/（示例）$/)
    }
  })
})

describe('back-links', () => {
  test('of an article lead to the very case, document and notice that cite it', () => {
    const probation = citedBy('labour-contract-law', '19').pages
    expect(probation.map(({ kind, id, anchor }) => [kind, id, anchor])).toContainEqual(['case', '2026-2', 'case-1'])
    const notices = citedBy('publicity-law', '57').pages
    expect(notices.map(({ kind, id }) => `${kind}/${id}`)).toEqual(
      expect.arrayContaining(['document/notice-handling-rules', 'notice/2025-03']),
    )
  })

  test('of a batch have the articles of all its cases', () => {
    const numbers = citedLaws('case', '2026-2').flatMap(({ articles }) => articles.map(({ number }) => number))
    expect(numbers).toEqual(expect.arrayContaining(['19', '50', '42', '35']))
  })
})

describe('notices', () => {
  test('stand the newest year first', () => {
    const years = content.notices.map(({ value }) => value.year)
    expect(years).toEqual(years.toSorted().toReversed())
  })

  test('are counted once each', () => {
    for (const { value: list } of content.notices) {
      const counts = countNotices(list, buildDay)
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(list.notices.length)
      expect(counts.every(({ count }) => count > 0)).toBe(true)
    }
    expect(noticePages).toHaveLength(content.notices.flatMap(({ value }) => value.notices).length)
  })

  test('showed every status on 2026-11-23', () => {
    const seen = content.notices.flatMap(({ value }) => countNotices(value, '2026-11-23').map(({ status }) => status))
    expect(new Set(seen)).toEqual(new Set(NOTICE_STATUSES))
  })
})

describe('guiding cases', () => {
  test('can be found one by one, each where it stands', () => {
    const found = findables.filter(({ kind }) => kind === 'case').map(({ path }) => path)
    expect(found).toEqual(
      caseBatches.flatMap(({ id, cases }) => cases.map(({ number }) => `/cases/${id}/#${caseAnchor(number)}`)),
    )
  })

  test('are titled with the number of their batch, and give it their keywords once', () => {
    expect(caseBatchPages.slice(0, 3).map(({ title }) => title.slice(0, 4))).toEqual([
      '第一批：',
      '第二批：',
      '第三批：',
    ])
    for (const batch of caseBatches) {
      const keywords = batchKeywords(batch)
      expect(new Set(keywords).size).toBe(keywords.length)
      expect(keywords.length).toBeGreaterThan(batch.cases.length)
    }
  })
})
