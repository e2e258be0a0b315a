import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { ProblemDetails } from '../../content/domain/api.ts'
import {
  AnsweredSchema,
  ReportReceivedSchema,
  type ReportRequest,
  ReportStateSchema,
  ReportsSchema,
} from '../../content/domain/report-api.ts'
import { ReportsStore } from '../../worker/objects/reports/store.ts'
import { reportRequest } from '../fixtures/reports.ts'
import { call, OPERATOR, Visitor } from './visitor.ts'

/** A path that no other test reports. */
let pages = 0
function freshPage(): string {
  pages += 1
  return `/explainers/test-${pages}/`
}

const ANSWER = { decision: 'corrected', text: '已经按新的规定改正，谢谢。' } as const

function send(report: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return call('POST', '/api/reports', {
    body: JSON.stringify(report),
    headers: { 'cf-connecting-ip': `192.0.2.${(pages % 250) + 1}`, ...headers },
  })
}

async function received(report: Partial<ReportRequest> = {}): Promise<string> {
  const response = await send(reportRequest(report))
  expect(response.status).toBe(201)
  return ReportReceivedSchema.parse(await response.json()).receipt
}

async function stateOf(receipt: string) {
  return ReportStateSchema.parse(await (await call('GET', `/api/reports/${receipt}`)).json())
}

async function queue(status = 'open', after: string | null = null) {
  const query = new URLSearchParams({ status, ...(after === null ? {} : { after }) })
  const response = await call('GET', `/api/operator/reports?${query}`, { headers: OPERATOR })
  return ReportsSchema.parse(await response.json())
}

/** The whole queue, part by part. */
async function wholeQueue(status = 'open') {
  const parts = [await queue(status)]
  for (let next = parts[0]?.next; next; next = parts.at(-1)?.next) parts.push(await queue(status, next))
  return parts.flatMap(({ reports }) => reports)
}

async function queued(page: string, status = 'open') {
  return (await wholeQueue(status)).filter((report) => report.page === page)
}

function answer(id: number | string, body: unknown): Promise<Response> {
  return call('POST', `/api/operator/reports/${id}/answer`, { body: JSON.stringify(body), headers: OPERATOR })
}

const problemOf = async (response: Response) => (await response.json()) as ProblemDetails

describe('a report', () => {
  it('waits in the queue until an editor answers, then its receipt leads to the answer', async () => {
    const page = freshPage()
    const receipt = await received({ page, quote: '一年之内都可以申请。', publishedOn: '2026-11-10' })
    expect(await stateOf(receipt)).toEqual({ at: expect.any(String), page, answer: null })
    const [report] = await queued(page)
    expect(report).toMatchObject({
      title: '工资拖欠怎么办',
      kind: 'outdated',
      quote: '一年之内都可以申请。',
      text: '这里写的期限已经改了。',
      publishedOn: '2026-11-10',
      times: 1,
      answer: null,
    })
    expect(JSON.stringify(report)).not.toContain(receipt)

    const before = (await queue()).open
    const answered = AnsweredSchema.parse(await (await answer(report?.id ?? 0, ANSWER)).json())
    expect(answered.report.answer).toMatchObject(ANSWER)
    expect((await queue()).open).toBe(before - 1)
    expect(await queued(page)).toEqual([])
    expect(await queued(page, 'answered')).toEqual([answered.report])
    expect(await stateOf(receipt)).toMatchObject({ page, answer: answered.report.answer })
  })

  it('outlives an eviction of the object', async () => {
    const receipt = await received({ page: freshPage() })
    await evictDurableObject(env.REPORTS.getByName('reports'))
    expect((await stateOf(receipt)).answer).toBeNull()
  })

  it('is kept as text, whatever it says', async () => {
    const page = freshPage()
    await received({ page, text: `'); DROP TABLE reports; -- <script>\u202e\u0000` })
    expect((await queued(page))[0]?.text).toBe(`'); DROP TABLE reports; -- <script>`)
  })

  it.each([
    ['another host', { page: '//evil.example/' }, '/page'],
    ['too short a text', { text: '不对' }, '/text'],
    ['a telephone number', { text: '请打13800000000找我' }, '/text'],
    ['a field for a name', { name: '老周' }, '/name'],
    ['an unknown kind', { kind: 'spam' }, '/kind'],
  ])('is refused with %s, and the field is named', async (_name, fields, pointer) => {
    const response = await send({ ...reportRequest(), ...fields })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  it('has a body of a few kilobytes at most', async () => {
    expect((await send({ ...reportRequest(), text: '字'.repeat(20_000) })).status).toBe(413)
  })

  it('is refused from another site', async () => {
    expect((await send(reportRequest(), { origin: 'https://evil.example' })).status).toBe(403)
  })
})

describe('the same report again', () => {
  it('joins the open one, also at the same time, each with a receipt that leads to the answer', async () => {
    const page = freshPage()
    const receipts = await Promise.all(Array.from({ length: 5 }, () => received({ page })))
    expect(new Set(receipts).size).toBe(5)
    const reports = await queued(page)
    expect(reports.map(({ times }) => times)).toEqual([5])
    await answer(reports[0]?.id ?? 0, ANSWER)
    for (const receipt of receipts) expect((await stateOf(receipt)).answer).toMatchObject(ANSWER)
  })

  it('is a new one when kind, quotation, words or page differ, or the first has been answered', async () => {
    const page = freshPage()
    await received({ page })
    await received({ page, kind: 'wrong' })
    await received({ page, quote: '一年之内都可以申请。' })
    await received({ page, text: '这里写的期限已经改了！' })
    await received({ page: freshPage() })
    const reports = await queued(page)
    expect(reports.map(({ times }) => times)).toEqual([1, 1, 1, 1])
    await answer(reports[0]?.id ?? 0, ANSWER)
    await received({ page })
    expect(await queued(page)).toHaveLength(4)
  })
})

describe('a receipt', () => {
  it('is made of chance: sixteen digits that never repeat, and no later one follows from an earlier', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, () => received({ page: freshPage() })))
    expect(new Set(receipts).size).toBe(50)
    for (const receipt of receipts) expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    // Of 50 receipts by chance, hardly any two share their first four digits; of a counter or a clock, all do.
    expect(new Set(receipts.map((receipt) => receipt.slice(0, 4))).size).toBeGreaterThan(45)
  })

  it('may be typed with hyphens, spaces and small letters', async () => {
    const receipt = await received({ page: freshPage() })
    const typed = receipt.toLowerCase().replaceAll(/.{4}(?=.)/g, '$&-')
    expect((await call('GET', `/api/reports/${typed}`)).status).toBe(200)
  })

  it('that is unknown gets the same answer as one that can be none', async () => {
    const unknown = await call('GET', '/api/reports/0000000000000000')
    expect(unknown.status).toBe(404)
    const problem = await problemOf(unknown)
    for (const none of ['x', 'U000000000000000', "'%20OR%201=1", '1', '0'.repeat(3000)]) {
      const response = await call('GET', `/api/reports/${none}`)
      expect(response.status).toBe(404)
      expect(await problemOf(response)).toEqual(problem)
    }
  })
})

describe('an answer', () => {
  async function openReport(): Promise<{ id: number; receipt: string }> {
    const page = freshPage()
    const receipt = await received({ page })
    const [report] = await queued(page)
    return { id: report?.id ?? 0, receipt }
  }

  it('given again changes nothing, not even its time', async () => {
    const { id } = await openReport()
    const first = await (await answer(id, ANSWER)).json()
    await expect((await answer(id, { ...ANSWER, text: ` ${ANSWER.text}\n` })).json()).resolves.toEqual(first)
  })

  it('is replaced only by who says so', async () => {
    const { id, receipt } = await openReport()
    await answer(id, ANSWER)
    const other = { decision: 'kept', text: '核对过了，原来的说法没有错。' }
    const refused = await answer(id, other)
    expect([refused.status, (await problemOf(refused)).type]).toEqual([409, 'urn:mingfa:problem:conflict'])
    expect((await stateOf(receipt)).answer).toMatchObject(ANSWER)
    expect((await answer(id, { ...other, revise: true })).status).toBe(200)
    expect((await stateOf(receipt)).answer).toMatchObject(other)
  })

  it('is one of two that come at the same time', async () => {
    const { id, receipt } = await openReport()
    const texts = ['第一位编辑的答复。', '第二位编辑的答复。']
    const responses = await Promise.all(texts.map((text) => answer(id, { decision: 'kept', text })))
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const won = responses.findIndex(({ status }) => status === 200)
    expect((await stateOf(receipt)).answer?.text).toBe(texts[won])
  })

  it.each(['0', '999999', '-1', 'x', '1e3', '99999999999999999999'])(
    'to report %s, which is none, is a 404',
    async (id) => {
      expect((await answer(id, ANSWER)).status).toBe(404)
    },
  )

  it.each([
    ['an unknown decision', { ...ANSWER, decision: 'open' }],
    ['hardly a word', { ...ANSWER, text: '好' }],
    ['a time of its own', { ...ANSWER, at: '2026-01-01T00:00:00Z' }],
  ])('with %s is refused', async (_name, body) => {
    expect((await answer((await openReport()).id, body)).status).toBe(400)
  })
})

describe('the queue', () => {
  it('comes in parts, open reports the oldest first, answered ones the newest first, none twice', async () => {
    for (let count = 0; count < 25; count += 1) await received({ page: freshPage() })
    const open = (await wholeQueue()).map(({ id }) => id)
    expect(open.length).toBeGreaterThanOrEqual(25)
    expect((await queue()).reports).toHaveLength(20)
    expect(open).toEqual([...new Set(open)].toSorted((a, b) => a - b))
    for (const id of open) await answer(id, ANSWER)
    const answered = (await wholeQueue('answered')).map(({ id }) => id)
    expect(answered).toEqual([...new Set([...answered, ...open])].toSorted((a, b) => b - a))
    expect(await queue()).toEqual({ reports: [], open: 0, next: null })
  })

  it.each([
    ['nobody', {}],
    ['someone with a wrong token', { authorization: 'Bearer wrong' }],
    ['someone with an empty token', { authorization: 'Bearer ' }],
  ])('is for the operator only, not for %s', async (_name, headers) => {
    expect((await call('GET', '/api/operator/reports', { headers })).status).toBe(401)
    expect((await call('POST', '/api/operator/reports/1/answer', { body: '{', headers })).status).toBe(401)
  })

  it('is not for participants', async () => {
    const visitor = await Visitor.signIn()
    expect((await visitor.send('GET', '/api/operator/reports')).status).toBe(403)
    expect((await visitor.send('POST', '/api/operator/reports/1/answer', ANSWER)).status).toBe(403)
  })

  it.each(['status=all', 'after=0', 'after=1%27'])('refuses the query %s', async (query) => {
    expect((await call('GET', `/api/operator/reports?${query}`, { headers: OPERATOR })).status).toBe(400)
  })
})

describe('a flood', () => {
  it('from one address ends after an hour’s worth of reports, while others still report', async () => {
    const from = { 'cf-connecting-ip': '198.51.100.9' }
    const page = freshPage()
    const statuses: number[] = []
    for (let count = 0; count < 61; count += 1) statuses.push((await send(reportRequest({ page }), from)).status)
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 201), 429])
    const refused = await send(reportRequest({ page }), from)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1)
    expect((await send(reportRequest({ page }), { 'cf-connecting-ip': '198.51.100.10' })).status).toBe(201)
    expect((await call('GET', '/api/health', { headers: from })).status).toBe(200)
  })

  it('of one page closes that page only, until the reports are answered', async () => {
    const reports = env.REPORTS.getByName('reports')
    const page = freshPage()
    // Half of them say the same: those count too.
    for (let count = 0; count < 100; count += 1) {
      await reports.receive(reportRequest({ page }))
      await reports.receive(reportRequest({ page, text: `这里的天数不对，第 ${count} 次。` }))
    }
    const full = await send(reportRequest({ page }))
    expect([full.status, (await problemOf(full)).type]).toEqual([409, 'urn:mingfa:problem:queue-full'])
    await received({ page: freshPage() })
    const [first] = await queued(page)
    expect(first?.times).toBe(100)
    await answer(first?.id ?? 0, ANSWER)
    await received({ page })
  })

  it('of all pages closes the queue at its limit', async () => {
    const reports = env.REPORTS.getByName('flooded')
    await runInDurableObject(reports, (_, { storage }) => {
      storage.sql.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         INSERT INTO reports (page, title, kind, text, at) SELECT '/p-' || i || '/', '题', 'wrong', '文', 0 FROM n`,
      )
    })
    expect(await reports.receive(reportRequest())).toEqual({ refused: 'queue-full' })
    await reports.answer(1, ANSWER)
    expect(await reports.receive(reportRequest())).toMatchObject({ receipt: expect.any(String) })
  })
})

describe('retention', () => {
  const DAY_MS = 24 * 3600 * 1000

  /** Makes the answer to a report `days` older than it is, as if the clock had moved on. */
  function age(name: string, id: number, days: number): Promise<void> {
    return runInDurableObject(env.REPORTS.getByName(name), (_, { storage }) => {
      storage.sql.exec('UPDATE reports SET answered_at = answered_at - ? WHERE id = ?', days * DAY_MS, id)
      storage.sql.exec("UPDATE schedule SET due_at = ? WHERE job = 'retention'", Date.now() - 1)
    })
  }

  it('deletes an answered report with its receipts a year after the answer, and nothing else', async () => {
    const reports = env.REPORTS.getByName('retention')
    const receipts: string[] = []
    for (const text of ['第一处不对。', '第二处不对。', '第三处不对。']) {
      const got = await reports.receive(reportRequest({ text }))
      if ('receipt' in got) receipts.push(got.receipt)
    }
    await reports.receive(reportRequest({ text: '第一处不对。' }))
    const [old = '', recent = '', open = ''] = receipts
    await reports.answer(1, ANSWER)
    await reports.answer(2, ANSWER)
    await age('retention', 1, 365)
    await age('retention', 2, 364)
    await evictDurableObject(reports)
    expect(await runDurableObjectAlarm(reports)).toBe(true)
    expect(await reports.state(old)).toBeNull()
    expect((await reports.state(recent))?.answer).toMatchObject(ANSWER)
    expect((await reports.state(open))?.answer).toBeNull()
    const left = await runInDurableObject(reports, (_, { storage }) => ({
      reports: storage.sql.exec('SELECT id FROM reports ORDER BY id').toArray(),
      receipts: storage.sql.exec('SELECT report FROM receipts ORDER BY report').toArray(),
      due: storage.sql.exec<{ due_at: number }>('SELECT due_at FROM schedule').one().due_at,
    }))
    expect(left.reports).toEqual([{ id: 2 }, { id: 3 }])
    expect(left.receipts).toEqual([{ report: 2 }, { report: 3 }])
    // The alarm comes again when the second one's year is over: in a day.
    expect(Math.abs(left.due - Date.now() - DAY_MS)).toBeLessThan(60_000)
  })

  it('counts from the last answer', async () => {
    const reports = env.REPORTS.getByName('revised')
    await reports.receive(reportRequest())
    await reports.answer(1, ANSWER)
    await age('revised', 1, 365)
    await reports.answer(1, { decision: 'kept', text: '再核对一次，没有错。', revise: true })
    await runDurableObjectAlarm(reports)
    expect((await reports.list('answered', null)).reports).toHaveLength(1)
  })

  it('gives no number twice', async () => {
    await runInDurableObject(env.REPORTS.getByName('numbers'), (_, { storage }) => {
      const store = new ReportsStore(storage)
      const first = store.add(reportRequest(), 0)
      store.answer(first, ANSWER, 0)
      store.deleteAnsweredBefore(1)
      expect(store.add(reportRequest(), 2)).toBe(first + 1)
    })
  })
})
