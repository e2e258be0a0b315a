import { expect, type Page } from '@playwright/test'
import type { Certificate, OwnCertificate } from '../../content/domain/certificate-api.ts'
import { expectAccessible, expectToFitNarrowScreen, openIsland, test } from './visit.ts'

/** Checking a certificate and printing one's own. The service's part is tested in `tests/worker/certificates.test.ts`; here it answers what is given. */

const NUMBER = 'MF-2026-7M3M9-PSX2T'
const CERTIFICATE: Certificate = {
  number: NUMBER,
  status: 'valid',
  name: '欧阳*',
  unit: '明江省人社厅（示例）/政策法规处',
  title: '2026年度学法考试（示例）',
  englishTitle: 'Law exam of 2026 (example)',
  passedOn: '2026-12-04',
  issuedOn: '2026-12-05',
  revokedOn: null,
}
const REVOKED: Certificate = { ...CERTIFICATE, status: 'revoked', revokedOn: '2026-12-20' }
const OWN: OwnCertificate = {
  certificate: CERTIFICATE,
  fullName: '欧阳明（示例）',
  issuer: '明江省人社厅（示例）',
  reason: null,
  jwt: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl',
}

/** Lets the service answer with this certificate; the holder's part only if it is given. */
async function serve(page: Page, certificate: Certificate, own?: OwnCertificate): Promise<void> {
  await page.route(`**/api/certificates/${NUMBER}`, (route) => route.fulfill({ json: { certificate } }))
  if (own !== undefined)
    await page.route(`**/api/certificates/${NUMBER}/credential`, (route) => route.fulfill({ json: own }))
}

test('the code on a certificate leads to what it says, under a masked name', async ({ page }) => {
  await serve(page, CERTIFICATE)
  await openIsland(page, `/certificates/?number=${NUMBER.toLowerCase()}`)
  const state = page.locator('.certificate-state')
  await expect(state.getByRole('heading', { name: '有效' })).toBeFocused()
  for (const text of ['欧阳*', '2026年度学法考试（示例）', '2026年12月4日', NUMBER])
    await expect(state).toContainText(text)
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})

test('a revoked certificate is told as such, not by its colour alone', async ({ page }) => {
  await serve(page, REVOKED)
  await openIsland(page, '/en/certificates/')
  await page.getByLabel('Number of the certificate').fill(` ${NUMBER.replaceAll('-', ' ')} `)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('heading', { name: 'Revoked' })).toBeFocused()
  await expect(page.getByText('no longer holds')).toBeVisible()
  await expect(page.locator('.certificate-state')).toContainText('December 20, 2026')
  await expect(page.getByRole('link', { name: 'print it' })).toHaveCount(0)
  await expectAccessible(page)
})

test('a number that is none, or leads to none, is answered in words', async ({ page, faults }) => {
  faults.allow(/status of 404/)
  await openIsland(page, '/certificates/')
  const field = page.getByLabel('证书编号')
  await field.fill('MF-2026')
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByRole('alert')).toContainText('证书编号以 MF 开头')
  await field.fill('MF-2026-00000-00000')
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByRole('alert')).toContainText('没有查到这个编号')
})

test('a stranger is led to sign in, and back', async ({ page, faults }) => {
  faults.allow(/status of 401/)
  await openIsland(page, `/certificates/print/?number=${NUMBER}`)
  await expect(page.getByRole('link', { name: '去登录' })).toHaveAttribute(
    'href',
    `/sign-in/?from=${encodeURIComponent(`/certificates/print/?number=${NUMBER}`)}`,
  )
})

test('its holder gets it after the exam, prints one sheet and takes the credential along', async ({
  page,
  isMobile,
}) => {
  const attempt = '3-0198c0de-0000-7000-8000-000000000000'
  await serve(page, CERTIFICATE, OWN)
  await page.route(`**/api/attempts/${attempt}/certificate`, (route) =>
    route.fulfill({ status: 201, json: { certificate: CERTIFICATE } }),
  )
  await openIsland(page, `/certificates/print/?attempt=${attempt}`)
  const sheet = page.locator('.certificate')
  for (const text of ['合格证书', '欧阳明（示例）', NUMBER, '2026年12月5日']) await expect(sheet).toContainText(text)
  expect(new URL(page.url()).search).toBe(`?number=${NUMBER}`)
  const { origin } = new URL(page.url())
  await expect(sheet.getByRole('img', { name: `${origin}/certificates/?number=${NUMBER}` })).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载电子证书' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${NUMBER}.jwt`)
  if (isMobile) return
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
})

test('who holds a revoked one is told why, and has nothing to print', async ({ page }) => {
  await serve(page, REVOKED, { ...OWN, certificate: REVOKED, reason: '经核实由他人代考（示例）' })
  await openIsland(page, `/certificates/print/?number=${NUMBER}`)
  await expect(page.getByText('撤销原因：经核实由他人代考（示例）')).toBeVisible()
  await expect(page.locator('.certificate')).toHaveCount(0)
})

test('an examiner finds one at the console, sees whose it is, and revokes it with a reason', async ({ page }) => {
  const person = {
    ...{ staffNumber: 'K-9', name: '考官（示例）', post: null, units: ['明江省人社厅（示例）'] },
    grants: [{ role: 'examiner', unit: 'ml-hrss' }],
    rights: ['read-people', 'revoke-certificates'].map((capability) => ({ capability, unit: 'ml-hrss' })),
  }
  const participant = { id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', nickname: '考*', unit: 'ml-hrss' }
  const unit = { id: 'ml-hrss', name: '明江省人社厅（示例）', parent: null, region: '省本级', staff: 1 }
  await page.route('**/api/session', (route) => route.fulfill({ json: { participant, person } }))
  await page.route('**/api/roster/units', (route) => route.fulfill({ json: { version: 1, units: [unit] } }))
  await serve(page, CERTIFICATE)
  let sent: unknown = null
  await page.route(`**/api/certificates/${NUMBER}/revoke`, (route) => {
    sent = route.request().postDataJSON()
    return route.fulfill({ json: { certificate: REVOKED } })
  })
  await openIsland(page, '/console/#certificates')
  await page.getByLabel('证书编号').fill(NUMBER)
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByRole('heading', { name: '有效' })).toBeFocused()
  await page.getByRole('button', { name: '撤销这张证书' }).click()
  await expect(page.getByRole('alert')).toContainText('至少 4 个字')
  await page.getByLabel('撤销原因').fill('经核实由他人代考')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await page.getByRole('button', { name: '撤销这张证书' }).click()
  await expect(page.getByRole('heading', { name: '已撤销' })).toBeFocused()
  expect(sent).toEqual({ reason: '经核实由他人代考' })
  await expect(page.getByRole('button', { name: '撤销这张证书' })).toHaveCount(0)
})
