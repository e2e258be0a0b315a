import { describe, expect, test } from 'vitest'
import {
  type DocumentStatus,
  documentStatus,
  type NormativeDocument,
  NormativeDocumentSchema,
} from '../../content/domain/document.ts'

function document(given: Partial<NormativeDocument> = {}): NormativeDocument {
  return {
    id: 'wage-rules',
    title: '工资支付办法（示例）',
    indexNumber: 'MJ001-2026-00003',
    documentNumber: '明人社发〔2026〕3号',
    issuer: '明江省人社厅（示例）',
    writtenOn: '2026-02-20',
    publishedOn: '2026-02-25',
    effectiveFrom: '2026-03-01',
    amended: false,
    disclosure: '主动公开',
    fictional: true,
    ...given,
  }
}

describe('有效性 of a document in force from 2026-03-01', () => {
  const term = { expiresOn: '2031-03-01' }
  const repeal = { repealedOn: '2028-06-01' }

  test.each<[string, Partial<NormativeDocument>, string, DocumentStatus]>([
    ['', {}, '2026-02-28', '尚未施行'],
    ['', {}, '2026-03-01', '有效'],
    ['', {}, '2026-03-02', '有效'],
    [' and amended', { amended: true }, '2026-02-28', '尚未施行'],
    [' and amended', { amended: true }, '2026-03-01', '已修改'],
    [' to 2031-03-01', term, '2031-02-28', '有效'],
    [' to 2031-03-01', term, '2031-03-01', '失效'],
    [' to 2031-03-01', term, '2031-03-02', '失效'],
    [', repealed from 2028-06-01', repeal, '2028-05-31', '有效'],
    [', repealed from 2028-06-01', repeal, '2028-06-01', '废止'],
    [', repealed from 2028-06-01', repeal, '2028-06-02', '废止'],
    [', repealed before its term ended', { ...term, ...repeal }, '2031-03-01', '废止'],
    [', repealed after its term ended', { ...repeal, expiresOn: '2027-01-01' }, '2027-01-01', '失效'],
    [', repealed after its term ended', { ...repeal, expiresOn: '2027-01-01' }, '2028-06-01', '废止'],
    [', amended and repealed', { ...repeal, amended: true }, '2028-06-01', '废止'],
    [', repealed before it took effect', { repealedOn: '2026-02-26' }, '2026-02-27', '废止'],
  ])('%s, %o on %s: %s', (_name, given, day, status) => {
    expect(documentStatus(document(given), day)).toBe(status)
  })
})

describe('disclosure metadata', () => {
  test('of a document with all obligatory fields is accepted', () => {
    const { amended: _, ...file } = document()
    expect(NormativeDocumentSchema.parse(file)).toEqual(document())
  })

  test.each<[string, object]>([
    ['a 文号 without year', { documentNumber: '明人社发3号' }],
    ['a 文号 with square brackets', { documentNumber: '明人社发[2026]3号' }],
    ['an index number of 21 characters', { indexNumber: '0'.repeat(21) }],
    ['an unknown way of disclosure', { disclosure: '公开' }],
    ['a day that does not exist', { effectiveFrom: '2026-02-29' }],
  ])('with %s is refused', (_name, fault) => {
    expect(NormativeDocumentSchema.safeParse({ ...document(), ...fault }).success).toBe(false)
  })
})
