import { beforeAll, describe, expect, it } from 'vitest'
import {
  BankComparisonSchema,
  BankContentSchema,
  type StoredBank,
  StoredBankSchema,
  StoredBanksSchema,
} from '../../content/domain/operator-api.ts'
import { AuditSchema } from '../../content/domain/roster-api.ts'
import { entry, PROVINCE } from '../fixtures/roster.ts'
import { applied, asOperator, ROOT, withRole } from './people.ts'
import { bank, contest, openAssessment, uploadBank, Visitor } from './visitor.ts'

let author: Visitor
let reviewer: Visitor

beforeAll(async () => {
  await applied({ entries: ['E-1', 'E-2', 'E-3'].map((number) => entry(number, { unitPath: PROVINCE })) })
  author = await withRole('E-1', { role: 'examiner', unit: ROOT })
  reviewer = await withRole('E-2', { role: 'examiner', unit: ROOT })
})

async function stored(by: Visitor, content = bank(4)): Promise<string> {
  const response = await by.send('POST', '/api/operator/banks', content)
  expect(response.status, await response.clone().text()).toBe(201)
  return (await response.json<{ id: string }>()).id
}

function approve(by: Visitor, id: string): Promise<Response> {
  return by.send('POST', `/api/operator/banks/${id}/approve`, {})
}

async function listed(id: string): Promise<StoredBank | undefined> {
  const { banks } = StoredBanksSchema.parse(await (await asOperator('GET', '/api/operator/banks')).json())
  return banks.find((one) => one.id === id)
}

describe('a bank version', () => {
  it('is drawn from only after somebody else than its author has approved it', async () => {
    const id = await stored(author)
    expect((await openAssessment(id, contest({ id: 'early' }))).status).toBe(409)
    const own = await approve(author, id)
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining('ask somebody else')])
    expect(await listed(id)).toMatchObject({ isActive: false, storedBy: 'E-1', approvedBy: null })
    const approved = await approve(reviewer, id)
    expect(StoredBankSchema.parse(await approved.json())).toMatchObject({
      isActive: true,
      storedBy: 'E-1',
      approvedBy: 'E-2',
    })
    expect((await openAssessment(id, contest({ id: 'early' }))).status).toBe(201)
  })

  it('keeps its author and its approval when it is stored and approved again', async () => {
    const content = bank(5)
    const id = await stored(author, content)
    expect(await stored(reviewer, content)).toBe(id)
    await approve(reviewer, id)
    const first = await listed(id)
    await asOperator('POST', `/api/operator/banks/${id}/approve`, {})
    expect(await listed(id)).toEqual(first)
    expect(first).toMatchObject({ storedBy: 'E-1', approvedBy: 'E-2', questions: 5 })
  })

  it('lets nobody approve their own, the operator neither, even in two requests at once', async () => {
    const id = await uploadBank(bank(6))
    const both = await Promise.all([1, 2].map(() => asOperator('POST', `/api/operator/banks/${id}/approve`, {})))
    expect(both.map(({ status }) => status)).toEqual([409, 409])
    expect((await listed(id))?.isActive).toBe(false)
  })

  it('isn’t approved as long as questions lack what a published one needs', async () => {
    const id = await stored(author, bank(4, { reviewed: false, title: '不全' }))
    const response = await approve(reviewer, id)
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('not complete')])
  })

  it('is neither listed, read, compared nor approved by others', async () => {
    const id = await stored(author)
    const person = await withRole('E-3', { role: 'unit-administrator', unit: ROOT })
    for (const visitor of [person, await Visitor.signIn()]) {
      const answers = [
        await visitor.send('GET', '/api/operator/banks'),
        await visitor.send('GET', `/api/operator/banks/${id}`),
        await visitor.send('GET', `/api/operator/banks/${id}/comparison?with=${id}`),
        await approve(visitor, id),
      ]
      for (const answer of answers) {
        expect([401, 403]).toContain(answer.status)
        expect(await answer.text()).not.toContain('测试题')
      }
    }
  })

  it('is read with keys, which the audit trail notes, as it notes storing and approving', async () => {
    const id = await stored(author, bank(7))
    const read = BankContentSchema.parse(await (await reviewer.send('GET', `/api/operator/banks/${id}`)).json())
    expect(read.questions.map(({ key }) => key)).toEqual(Array.from({ length: 7 }, () => ['A']))
    await approve(reviewer, id)
    const { lines } = AuditSchema.parse(await (await asOperator('GET', `/api/roster/audit?q=${id}`)).json())
    expect(lines.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'E-2 bank.approve',
      'E-2 bank.read',
      'E-1 bank.store',
    ])
  })

  it('is compared with another', async () => {
    const content = bank(4)
    const [first, second, ...rest] = content.questions
    if (first === undefined || second === undefined) throw new Error('no questions')
    const before = await stored(author, content)
    const after = await stored(author, {
      ...content,
      questions: [{ ...first, key: ['B'] }, ...rest, { ...second, id: 'new', stem: '另一道题' }],
    })
    const response = await reviewer.send('GET', `/api/operator/banks/${after}/comparison?with=${before}`)
    const comparison = BankComparisonSchema.parse(await response.json())
    expect(comparison.changed.map(({ after: { id }, fields }) => [id, fields])).toEqual([['test-1', ['key']]])
    expect([comparison.added, comparison.removed].map((all) => all.map(({ stem }) => stem))).toEqual([
      ['另一道题'],
      ['测试题 2'],
    ])
    expect(comparison.same).toBe(2)
    expect((await reviewer.send('GET', `/api/operator/banks/${after}/comparison?with=0000000000000000`)).status).toBe(
      404,
    )
    expect((await reviewer.send('GET', `/api/operator/banks/${after}/comparison`)).status).toBe(400)
  })
})
