import { describe, expect, test } from 'vitest'
import { caseAnchor } from '../../content/domain/case-batch.ts'
import { DOCUMENT_STATUSES, documentStatus } from '../../content/domain/document.ts'
import { NOTICE_STATUSES } from '../../content/domain/notice.ts'
import { citedBy, citedLaws } from '../../site/lib/back-links.ts'
import { batchKeywords, caseBatches, caseBatchPages } from '../../site/lib/case-batches.ts'
import { buildDay, content } from '../../site/lib/content.ts'
import {
  changedByDocument,
  countDocuments,
  documentNamed,
  documentsByTopic,
  documentsByYear,
  documentsOf,
  STATUS_KEYS,
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
  test('show each 有效性 that there is, and every document once a list', () => {
    const statuses = new Set(documents.map((document) => documentStatus(document, buildDay)))
    expect(documents.length).toBeGreaterThanOrEqual(12)
    expect(DOCUMENT_STATUSES.reduce((sum, status) => sum + countDocuments(status), 0)).toBe(documents.length)
    for (const status of DOCUMENT_STATUSES) expect(countDocuments(status) > 0).toBe(statuses.has(status))
    const byYear = documentsByYear.flatMap(([, ofYear]) => ofYear.map(({ document }) => document.id))
    expect(byYear.toSorted()).toEqual(documents.map(({ id }) => id).toSorted())
  })

  test('showed all five of them on 2026-11-23', () => {
    expect(new Set(documents.map((document) => documentStatus(document, '2026-11-23')))).toEqual(
      new Set(DOCUMENT_STATUSES),
    )
  })

  test('stand the newest year first', () => {
    const years = documentsByYear.map(([year]) => year)
    expect(years).toEqual(years.toSorted().toReversed())
  })

  test('can be found by each of their topics', () => {
    for (const { id, topics } of documents) {
      const found = documentsByTopic.filter(({ documents: own }) => own.some(({ document }) => document.id === id))
      expect(found.map(({ topic }) => topic.id).toSorted()).toEqual(topics.toSorted())
    }
  })

  test('have a class of their own for every status', () => {
    const keys = Object.values(STATUS_KEYS)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[a-z-]+$/)
  })

  test('and explainers name each other', () => {
    for (const { id, explainer } of documents) {
      if (explainer === undefined) continue
      expect(documentsOf(explainer).map(({ document }) => document.id)).toContain(id)
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
