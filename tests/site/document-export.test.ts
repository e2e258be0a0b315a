import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { NormativeDocument } from '../../content/domain/document.ts'
import { documentCsv, documentXlsx } from '../../site/lib/document-export.ts'
import { listedDocuments } from '../../site/lib/documents.ts'
import { readSheet, serialOf } from '../fixtures/xlsx.ts'

const SITE = new URL('https://mingfa.example')
const HEADER = [
  '序号',
  '索引号',
  '文号',
  '标题',
  '发布机构',
  '起草单位',
  '主题',
  '公开方式',
  '成文日期',
  '发布日期',
  '施行日期',
  '有效期至',
  '没有有效期的原因',
  '修改日期',
  '废止日期',
  '由谁修改或者废止',
  '有效性（截至2026-11-23）',
  '清理结果',
  '政策解读',
  '解读发布日期',
  '网址',
]
const plan = listedDocuments.find(({ id }) => id === 'contract-action-plan-2024')
if (plan === undefined) throw new Error('no document that has expired')

function csv(documents: readonly NormativeDocument[], day = '2026-11-23'): string[][] {
  return parse(documentCsv(documents, day, SITE), { bom: true })
}

describe('the register as CSV', () => {
  test('has a record for each document, in the order of the page', () => {
    const rows = csv(listedDocuments)
    expect(rows[0]).toEqual(HEADER)
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(
      listedDocuments.map(({ id }) => `https://mingfa.example/documents/${id}/`),
    )
  })

  test('says of a document what its page says; the validity ends on the day before it is no longer in force', () => {
    expect(csv([plan])[1]).toEqual([
      '1',
      'MJRS-2024-0011',
      '明人社发〔2024〕5号（示例）',
      '2024—2025年劳动合同普法行动方案（示例）',
      '明江省人社厅（示例）',
      '明江省人社厅劳动关系处（示例）',
      '劳动合同\n普法与依法行政',
      '主动公开',
      '2024-02-19',
      '2024-02-23',
      '2024-03-01',
      '2025-12-31',
      '',
      '',
      '',
      '',
      '失效',
      '2026年清理：宣布失效',
      'https://mingfa.example/explainers/written-contract/',
      '2024-02-28',
      'https://mingfa.example/documents/contract-action-plan-2024/',
    ])
  })

  test.each([
    ['2024-02-29', '尚未施行'],
    ['2025-12-31', '有效'],
    ['2026-01-01', '失效'],
  ])('states the status of the day %s: %s', (day, status) => {
    const [header = [], row = []] = csv([plan], day)
    expect(row[header.indexOf(`有效性（截至${day}）`)]).toBe(status)
  })
})

test('the register as a workbook has the same columns, with days as days', async () => {
  const { name, rows } = readSheet(await documentXlsx([plan], '2026-11-23', SITE))
  expect(name).toBe('文件目录（截至2026-11-23）')
  expect(rows[0]).toEqual(HEADER)
  expect(rows[1]?.slice(8, 12)).toEqual(
    ['2024-02-19', '2024-02-23', '2024-03-01', '2025-12-31'].map((day) => serialOf(day)),
  )
})
