import { describe, expect, test } from 'vitest'
import {
  DocumentFrontMatterSchema,
  type DocumentStatus,
  documentStatus,
  type NormativeDocument,
  shownNumber,
  statusChanges,
} from '../../content/domain/document.ts'

/** Front matter of a document in force from 2026-03-01; any field can be replaced. */
function document(given: Partial<NormativeDocument> = {}): Omit<NormativeDocument, 'id' | 'body' | 'publishedOn'> {
  return {
    title: '工资支付办法（示例）',
    summary: '只用于检查的一份文件。',
    topics: ['wages'],
    keywords: ['工资', '检查'],
    asOf: '2026-11-01',
    drafter: '劳动关系处（示例）',
    reviewer: '法规处（示例）',
    reviewedOn: '2026-11-02',
    indexNumber: 'MJ001-2026-00003',
    documentNumber: '明人社发〔2026〕3号',
    issuer: '明江省人社厅（示例）',
    writtenOn: '2026-02-20',
    publishAt: '2026-02-25 09:00',
    draft: false,
    effectiveFrom: '2026-03-01',
    disclosure: '主动公开',
    fictional: true,
    basis: ['《劳动法》第五十条'],
    explainer: 'unpaid-wages',
    ...given,
  }
}

describe('有效性 of a document in force from 2026-03-01', () => {
  const term = { expiresOn: '2031-03-01' }
  const repeal = { repealedOn: '2028-06-01' }
  const amendment = { amendedOn: '2027-01-01' }

  test.each<[string, Partial<NormativeDocument>, string, DocumentStatus]>([
    ['', {}, '2026-02-28', '尚未施行'],
    ['', {}, '2026-03-01', '有效'],
    ['', {}, '2026-03-02', '有效'],
    [', amended from 2027-01-01', amendment, '2026-02-28', '尚未施行'],
    [', amended from 2027-01-01', amendment, '2026-12-31', '有效'],
    [', amended from 2027-01-01', amendment, '2027-01-01', '已修改'],
    [', amended before it took effect', { amendedOn: '2026-02-26' }, '2026-02-28', '尚未施行'],
    [', amended before it took effect', { amendedOn: '2026-02-26' }, '2026-03-01', '已修改'],
    [' to 2031-03-01', term, '2031-02-28', '有效'],
    [' to 2031-03-01', term, '2031-03-01', '失效'],
    [' to 2031-03-01', term, '2031-03-02', '失效'],
    [', repealed from 2028-06-01', repeal, '2028-05-31', '有效'],
    [', repealed from 2028-06-01', repeal, '2028-06-01', '废止'],
    [', repealed from 2028-06-01', repeal, '2028-06-02', '废止'],
    [', repealed before its term ended', { ...term, ...repeal }, '2031-03-01', '废止'],
    [', repealed after its term ended', { ...repeal, expiresOn: '2027-01-01' }, '2027-01-01', '失效'],
    [', repealed after its term ended', { ...repeal, expiresOn: '2027-01-01' }, '2028-06-01', '废止'],
    [', amended and expired', { ...term, ...amendment }, '2031-03-01', '失效'],
    [', amended and repealed', { ...repeal, ...amendment }, '2028-06-01', '废止'],
    [', repealed before it took effect', { repealedOn: '2026-02-26' }, '2026-02-27', '废止'],
  ])('%s, %o on %s: %s', (_name, given, day, status) => {
    expect(documentStatus(document(given), day)).toBe(status)
  })
})

describe('the changes of status of a document in force from 2026-03-01', () => {
  test.each<[string, Partial<NormativeDocument>, string, [string, DocumentStatus][]]>([
    ['on the day before', {}, '2026-02-28', [['2026-03-01', '有效']]],
    ['on its first day', {}, '2026-03-01', []],
    ['with a term', { expiresOn: '2031-03-01' }, '2031-02-28', [['2031-03-01', '失效']]],
    ['after its term', { expiresOn: '2031-03-01' }, '2031-03-01', []],
    [
      'in its order, whatever that of the fields',
      { repealedOn: '2028-06-01', expiresOn: '2031-03-01', amendedOn: '2027-01-01' },
      '2026-02-01',
      [
        ['2026-03-01', '有效'],
        ['2027-01-01', '已修改'],
        ['2028-06-01', '废止'],
      ],
    ],
    [
      'amended on the day on which it takes effect',
      { amendedOn: '2026-03-01' },
      '2026-02-28',
      [['2026-03-01', '已修改']],
    ],
    ['repealed before it takes effect', { repealedOn: '2026-02-26' }, '2026-02-25', [['2026-02-26', '废止']]],
  ])('%s', (_name, given, day, changes) => {
    expect(statusChanges(document(given), day)).toEqual(changes.map(([from, status]) => ({ from, status })))
  })
})

test('the number of a fictional document is shown with the mark, that of a real one as it is', () => {
  expect(shownNumber(document())).toBe('明人社发〔2026〕3号（示例）')
  expect(shownNumber(document({ fictional: false }))).toBe('明人社发〔2026〕3号')
})

describe('disclosure metadata', () => {
  test('of a document with all obligatory fields is accepted', () => {
    expect(DocumentFrontMatterSchema.parse(document())).toEqual(document())
  })

  test.each<[string, object]>([
    ['a 文号 without year', { documentNumber: '明人社发3号' }],
    ['a 文号 with square brackets', { documentNumber: '明人社发[2026]3号' }],
    ['an index number of 21 characters', { indexNumber: '0'.repeat(21) }],
    ['an unknown way of disclosure', { disclosure: '公开' }],
    ['a day that does not exist', { effectiveFrom: '2026-02-29' }],
    ['a title of 51 characters', { title: '文'.repeat(51) }],
    ['no law that it rests on', { basis: [] }],
    ['nothing about being fictional', { fictional: undefined }],
    ['an unknown field', { amended: true }],
  ])('with %s is refused', (_name, fault) => {
    expect(DocumentFrontMatterSchema.safeParse({ ...document(), ...fault }).success).toBe(false)
  })
})
