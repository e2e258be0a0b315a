import { describe, expect, test } from 'vitest'
import { SiteSchema } from '../../content/domain/site.ts'

const COMMON = {
  name: '明法',
  englishName: 'Mingfa',
  owner: '某省人力资源和社会保障厅（示例）',
  englishOwner: 'A department (example)',
  contact: { phone: '12333' },
}
const ISSUED = {
  siteCode: '1234567890',
  icp: '京ICP备05070218号-1',
  publicSecurity: '京公网安备 11010102000001号',
  partyMarkUrl: 'https://registry.example/mark',
  mistakesUrl: 'https://mistakes.example/?code=1234567890',
}
const REAL = { ...COMMON, demo: false, issued: ISSUED }

describe('a site', () => {
  test.each([
    ['a demonstration without numbers', { ...COMMON, demo: true }],
    ['a real site with all numbers', REAL],
    ['the site of a ministry', { ...REAL, issued: { ...ISSUED, siteCode: 'bm12345678' } }],
    ['an ICP number of a main site', { ...REAL, issued: { ...ISSUED, icp: '粤ICP备12345678号' } }],
  ])('may be %s', (_name, site) => {
    expect(SiteSchema.safeParse(site).error?.issues).toBeUndefined()
  })

  test.each([
    ['a demonstration with invented numbers', { ...COMMON, demo: true, issued: ISSUED }],
    ['a real site without any number', { ...COMMON, demo: false }],
    ...Object.keys(ISSUED).map(
      (field) =>
        [`a real site without ${field}`, { ...REAL, issued: { ...ISSUED, [field]: undefined } }] as [string, unknown],
    ),
    ['a code of nine digits', { ...REAL, issued: { ...ISSUED, siteCode: '123456789' } }],
    ['a placeholder for a code', { ...REAL, issued: { ...ISSUED, siteCode: 'xxxxxxxxxx' } }],
    ['an ICP number without province', { ...REAL, issued: { ...ISSUED, icp: 'ICP备05070218号' } }],
    ['a mark at no address', { ...REAL, issued: { ...ISSUED, partyMarkUrl: 'javascript:alert(1)' } }],
    ['a site without owner', { ...COMMON, demo: true, owner: '' }],
    ['a site that says nothing of demo', COMMON],
  ])('is never %s', (_name, site) => {
    expect(SiteSchema.safeParse(site).success).toBe(false)
  })
})
