import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ProblemDetailsSchema, type Started } from '../../content/domain/api.ts'
import type { Assessment } from '../../content/domain/assessment.ts'
import type { BankVersion } from '../../content/domain/question.ts'
import {
  ItemsSchema,
  MisconceptionsSchema,
  type PersonResult,
  ResultsSchema,
  UnitResultsSchema,
} from '../../content/domain/results-api.ts'
import { AuditSchema } from '../../content/domain/roster-api.ts'
import { shardOf, uuidBytes } from '../../worker/objects/attempts/attempt-id.ts'
import { bankOf } from '../../worker/objects/bank/catalogue.ts'
import { rosterOf } from '../../worker/objects/roster/address.ts'
import { CITY, COUNTY, entry, OTHER_CITY, PROVINCE } from '../fixtures/roster.ts'
import { applied, asOperator, ROOT, signIn, withRole } from './people.ts'
import { bank, contest, openAssessment, openContest, storeBank, Visitor } from './visitor.ts'

const SOON_MS = 1500

/** Questions of an exam, each citing an article of its own. */
function examBank(size: number, citations: readonly string[] = []): Omit<BankVersion, 'id'> {
  const content = bank(size)
  return {
    ...content,
    questions: content.questions.map((question, index) => ({
      ...question,
      uses: ['contest', 'exam'],
      citations: [citations[index] ?? `《劳动法》第五十条第${index + 1}款`],
    })),
  }
}

function openExam(id: string, given: Partial<Assessment> = {}, content = examBank(2)): Promise<string> {
  const bands = [
    { name: '优秀', from: 90 },
    { name: '合格', from: 50 },
  ]
  return openContest({ id, kind: 'exam', guests: false, bands, reveal: 'never', ...given }, content)
}

/** Hands in what was begun, with these questions wrong. */
async function submit(visitor: Visitor, { attempt, paper }: Started, ...wrong: string[]): Promise<void> {
  const responses = Object.fromEntries(
    paper.questions.map(({ id, options }) => [
      id,
      options.filter(({ text }) => text === (wrong.includes(id) ? '错甲' : '对')).map((option) => option.id),
    ]),
  )
  const response = await visitor.send('POST', `/api/attempts/${attempt.id}/submit`, { responses })
  expect(response.status, await response.clone().text()).toBe(200)
}

async function sits(staffNumber: string, exam: string, ...wrong: string[]): Promise<Visitor> {
  const visitor = await signIn(staffNumber)
  await submit(visitor, await visitor.start(exam), ...wrong)
  return visitor
}

function path(exam: string, what: string, unit: string, more = ''): string {
  return `/api/desk/assessments/${exam}/${what}?unit=${unit}${more}`
}

async function asked(exam: string, what: string, unit: string, more = ''): Promise<unknown> {
  const response = await asOperator('GET', path(exam, what, unit, more))
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json()
}

async function peopleOf(exam: string, unit: string): Promise<PersonResult[]> {
  return ResultsSchema.parse(await asked(exam, 'results', unit)).people
}

async function itemsOf(exam: string, unit = ROOT, more = '') {
  return ItemsSchema.parse(await asked(exam, 'items', unit, more))
}

async function problemOf(response: Response): Promise<[number, string]> {
  const { type } = ProblemDetailsSchema.parse(await response.json())
  return [response.status, type.replace('urn:mingfa:problem:', '')]
}

const PEOPLE = [
  entry('R-1'),
  entry('R-2', { unitPath: CITY.path, name: '=cmd|calc' }),
  entry('R-3', { unitPath: OTHER_CITY.path }),
  entry('R-4'),
  entry('R-5', { exemption: { reason: '产假', approver: '李科长（示例）' } }),
  entry('R-6', { unitPath: PROVINCE }),
  entry('R-7', { unitPath: PROVINCE }),
]

beforeAll(async () => {
  await applied({ entries: PEOPLE })
})

describe('result sheets', () => {
  it('list everyone of a unit: who sat, is absent, is writing, and is exempt', async () => {
    const exam = await openExam('sheet')
    await sits('R-1', exam)
    await sits('R-2', exam, 'test-1')
    await sits('R-3', exam, 'test-1', 'test-2')
    await (await signIn('R-6')).start(exam)
    const people = await peopleOf(exam, ROOT)
    expect(
      people.map(({ staffNumber, standing, attempts, result }) => [staffNumber, standing, attempts, result?.score]),
    ).toEqual([
      ['R-1', 'sat', 1, 100],
      ['R-2', 'sat', 1, 50],
      ['R-3', 'sat', 1, 0],
      ['R-4', 'absent', 0, undefined],
      ['R-5', 'exempt', 0, undefined],
      ['R-6', 'writing', 1, undefined],
      ['R-7', 'absent', 0, undefined],
    ])
    expect(people[0]).toMatchObject({
      unitPath: COUNTY.path,
      result: { passed: true, band: '优秀', isExcellent: true },
    })
    expect(people[1]?.result).toMatchObject({ passed: true, band: '合格', isExcellent: false })
    expect(people[2]?.result).toMatchObject({ passed: false, band: null })
    expect(people[4]?.exemption).toEqual({ reason: '产假', approver: '李科长（示例）' })
    const { assessment, units } = UnitResultsSchema.parse(await asked(exam, 'units', ROOT))
    expect(assessment).toMatchObject({
      passMark: 50,
      maxScore: 100,
      excellent: { name: '优秀', from: 90 },
      isOver: false,
    })
    expect(units.filter(({ listed }) => listed > 0)).toMatchObject([
      { unit: ROOT, depth: 0, listed: 7, exempt: 1, due: 6, sat: 4, writing: 1, absent: 2, passed: 2, excellent: 1 },
      { unit: CITY.id, depth: 1, listed: 4, exempt: 1, due: 3, sat: 2, absent: 1, passed: 2, excellent: 1 },
      { unit: COUNTY.id, depth: 2, listed: 3, exempt: 1, due: 2, sat: 1, absent: 1, passed: 1, excellent: 1 },
      { unit: OTHER_CITY.id, depth: 1, listed: 1, due: 1, sat: 1, absent: 0, passed: 0, excellent: 0 },
    ])
  })

  it('have the attempt that counts, and how many were begun', async () => {
    const exam = await openExam('sheet-last', { attempts: { allowed: 2, counts: 'last', per: 'total', makeUp: 0 } })
    const visitor = await sits('R-1', exam)
    await submit(visitor, await visitor.start(exam), 'test-2')
    const [person] = await peopleOf(exam, COUNTY.id)
    expect(person).toMatchObject({ attempts: 2, result: { score: 50 } })
  })

  it('follow an annulment', async () => {
    const exam = await openExam('sheet-annulled')
    await sits('R-1', exam, 'test-1')
    const body = { question: 'test-1', reason: '题干引用的条文已经修改' }
    expect((await asOperator('POST', `/api/operator/assessments/${exam}/annulments`, body)).status).toBe(200)
    await expect.poll(async () => (await peopleOf(exam, COUNTY.id))[0]?.result?.score).toBe(100)
    const { items } = await itemsOf(exam)
    expect(items.map(({ id, isAnnulled, facility }) => [id, isAnnulled, facility])).toEqual([
      ['test-1', true, 0],
      ['test-2', false, 1],
    ])
    const { articles } = MisconceptionsSchema.parse(await asked(exam, 'misconceptions', ROOT))
    expect(articles).toMatchObject([{ questions: ['test-2'], n: 1, missed: 0 }])
  })

  it.each([
    ['no such assessment', 'nowhere', ROOT, 404],
    ['practice', 'practice-mixed', ROOT, 404],
    ['no such unit', 'sheet-bad', 'mars', 403],
    ['no unit', 'sheet-bad', '', 400],
  ])('are refused: %s', async (_, exam, unit, status) => {
    if (exam === 'sheet-bad') await openExam(exam)
    for (const what of ['results', 'units', 'items', 'misconceptions'])
      expect((await asOperator('GET', path(exam, what, unit))).status).toBe(status)
  })
})

describe('item analysis', () => {
  it('counts letters of the bank, whatever place they had on a paper', async () => {
    const exam = await openExam('items')
    await sits('R-1', exam)
    await sits('R-2', exam, 'test-1')
    await sits('R-3', exam, 'test-1')
    await sits('R-4', exam, 'test-1', 'test-2')
    const { people, total, next, items, alpha, noAlpha } = await itemsOf(exam)
    expect([people, total, next, noAlpha]).toEqual([4, 2, null, null])
    // Variances 3/16 each in questions right, 8/16 of their sum: α = 2 · (1 − 6/8).
    expect(alpha).toBeCloseTo(0.5, 12)
    const options = (a: number, b: number) => [
      { id: 'A', text: '对', isKey: true, chosen: a },
      { id: 'B', text: '错甲', isKey: false, chosen: b },
      { id: 'C', text: '错乙', isKey: false, chosen: 0 },
    ]
    expect(items).toMatchObject([
      { id: 'test-1', variant: 1, facility: 0.25, n: 4, omitted: 0, isSmall: true, options: options(1, 3) },
      { id: 'test-2', variant: 1, facility: 0.75, n: 4, options: options(3, 1) },
    ])
    expect(items[0]?.discrimination).toBeCloseTo(1 / 3, 12)
    expect(items[0]?.upperLower).toBeCloseTo(1 / 1.08, 12)
  })

  it('is of the people of the unit that is asked for, without who is exempt', async () => {
    const exam = await openExam('items-unit')
    await sits('R-1', exam)
    await sits('R-3', exam, 'test-1')
    await sits('R-5', exam, 'test-1')
    expect((await itemsOf(exam, COUNTY.id)).items.map(({ id, n, facility }) => [id, n, facility])).toEqual([
      ['test-1', 1, 1],
      ['test-2', 1, 1],
    ])
    expect((await itemsOf(exam)).items[0]).toMatchObject({ n: 2, facility: 0.5 })
  })

  it('keeps guests apart from people of the roster', async () => {
    const open = await openExam('items-guests', { kind: 'contest', guests: true })
    await sits('R-1', open)
    for (const unit of [COUNTY.id, undefined]) {
      const guest = await Visitor.signIn('路人', unit)
      await submit(guest, await guest.start(open), 'test-1')
    }
    expect((await itemsOf(open)).items[0]).toMatchObject({ n: 1, facility: 1 })
    expect((await itemsOf(open, ROOT, '&who=guests')).items[0]).toMatchObject({ n: 2, facility: 0 })
    const map = MisconceptionsSchema.parse(await asked(open, 'misconceptions', ROOT, '&who=guests'))
    expect(map).toMatchObject({ people: 2, articles: [{ label: '《劳动法》第五十条', n: 4, missed: 2, units: [] }] })
    const { units } = UnitResultsSchema.parse(await asked(open, 'units', ROOT))
    expect(units[0]).toMatchObject({ sat: 1 })
  })

  it('tells two wordings of one question apart, and papers that differ', async () => {
    const exam = await openExam('items-wordings', { attempts: { allowed: 1, counts: 'best', per: 'total', makeUp: 0 } })
    await sits('R-1', exam)
    const content = examBank(2)
    const [first, ...others] = content.questions
    if (first === undefined) throw new Error('the bank is empty')
    const reworded = { ...content, questions: [{ ...first, stem: '另一道测试题' }, ...others] }
    const version = await storeBank(reworded)
    const assessment = contest({ id: exam, kind: 'exam', guests: false, reveal: 'never' })
    expect((await openAssessment(version, assessment)).status).toBe(201)
    await sits('R-2', exam, 'test-1')
    const { items, noAlpha } = await itemsOf(exam)
    expect(noAlpha).toBe('different-papers')
    expect(items.map(({ id, variant, stem, n, facility }) => [id, variant, stem, n, facility]).sort()).toEqual([
      ['test-1', 1, expect.any(String), 1, expect.any(Number)],
      ['test-1', 2, expect.any(String), 1, expect.any(Number)],
      ['test-2', 1, '测试题 2', 2, 1],
    ])
    expect(new Map(items.map(({ stem, facility }) => [stem, facility]))).toEqual(
      new Map([
        ['测试题 1', 1],
        ['另一道测试题', 0],
        ['测试题 2', 1],
      ]),
    )
  })
})

describe('the misconception map', () => {
  it('has the articles most often missed, by the units right below and by region', async () => {
    const content = examBank(2, ['《劳动合同法》第三十八条第一款', '《劳动法》第五十条'])
    const exam = await openExam('map', {}, content)
    await sits('R-1', exam, 'test-1')
    await sits('R-2', exam, 'test-1')
    await sits('R-3', exam, 'test-1', 'test-2')
    await sits('R-6', exam)
    const map = MisconceptionsSchema.parse(await asked(exam, 'misconceptions', ROOT))
    expect(map).toMatchObject({ people: 4, total: 2 })
    const [most] = map.articles
    expect(most).toMatchObject({
      ...{
        label: '《劳动合同法》第三十八条',
        law: '劳动合同法',
        article: '38',
        n: 4,
        missed: 3,
        questions: ['test-1'],
      },
      units: [
        { unit: CITY.id, name: '云澜市人社局', n: 2, missed: 2 },
        { unit: OTHER_CITY.id, n: 1, missed: 1 },
        { unit: ROOT, n: 1, missed: 0 },
      ],
    })
    expect(most?.regions.map(({ n, missed }) => [n, missed])).toEqual([
      [2, 2],
      [1, 1],
      [1, 0],
    ])
  })
})

describe('who reads results', () => {
  it('is whoever looks after the unit, and nobody for another; each reading is in the audit trail', async () => {
    const exam = await openExam('reading')
    await sits('R-1', exam)
    const county = await withRole('R-4', { role: 'unit-administrator', unit: COUNTY.id })
    const examiner = await withRole('R-6', { role: 'examiner', unit: CITY.id })
    const editor = await withRole('R-7', { role: 'publicity-editor', unit: ROOT })
    const guest = await Visitor.signIn('路人', COUNTY.id)
    for (const what of ['results', 'units', 'misconceptions']) {
      expect((await county.send('GET', path(exam, what, COUNTY.id))).status).toBe(200)
      expect((await examiner.send('GET', path(exam, what, COUNTY.id))).status).toBe(200)
      const refused = [
        [county, CITY.id],
        [county, OTHER_CITY.id],
        [county, ROOT],
        [examiner, ROOT],
        [editor, COUNTY.id],
        [guest, COUNTY.id],
      ] as const
      for (const [visitor, unit] of refused) {
        const [status, kind] = await problemOf(await visitor.send('GET', path(exam, what, unit)))
        expect([status, kind]).toEqual([403, 'not-allowed'])
      }
    }
    const { lines } = AuditSchema.parse(await (await asOperator('GET', `/api/roster/audit?q=${exam}`)).json())
    expect(lines.map(({ actor, action, subject, detail }) => [actor, action, subject, detail])).toEqual(
      ['misconceptions.read', 'unit-results.read', 'results.read'].flatMap((action) => {
        const detail = {
          'misconceptions.read': `${exam}: staff`,
          'unit-results.read': exam,
          'results.read': `${exam}: 3`,
        }
        return ['R-6', 'R-4'].map((actor) => [actor, action, COUNTY.id, detail[action as keyof typeof detail]])
      }),
    )
  })

  it('sees no key of a paper that others still write, unless they may read the bank', async () => {
    const closesAt = new Date(Date.now() + SOON_MS).toISOString()
    const exam = await openExam('reading-keys', { closesAt })
    const county = await withRole('R-4', { role: 'unit-administrator', unit: COUNTY.id })
    const examiner = await withRole('R-6', { role: 'examiner', unit: ROOT })
    expect(await problemOf(await county.send('GET', path(exam, 'items', COUNTY.id)))).toEqual([403, 'not-allowed'])
    expect((await examiner.send('GET', path(exam, 'items', COUNTY.id))).status).toBe(200)
    const afterwards = async () => (await county.send('GET', path(exam, 'items', COUNTY.id))).status
    await expect.poll(afterwards, { timeout: 4 * SOON_MS }).toBe(200)
  })

  it('reads of guests only where they look after everyone', async () => {
    const open = await openExam('reading-guests', { kind: 'contest', guests: true })
    const city = await withRole('R-6', { role: 'examiner', unit: CITY.id })
    const all = await withRole('R-7', { role: 'examiner', unit: ROOT })
    for (const what of ['items', 'misconceptions']) {
      expect((await city.send('GET', path(open, what, CITY.id, '&who=guests'))).status).toBe(403)
      expect((await all.send('GET', path(open, what, CITY.id, '&who=guests'))).status).toBe(200)
    }
  })
})

describe('an exam of ten thousand people', () => {
  const MANY = 10_000

  it('is read in parts that miss nobody, and analysed in one go', async () => {
    const exam = await openExam('many')
    await applied({ entries: [...PEOPLE, ...Array.from({ length: MANY }, (_, index) => entry(`M-${index}`))] })
    const visitor = await sits('M-0', exam, 'test-1')
    expect((await visitor.send('GET', '/api/session')).status).toBe(200)
    await copyAttempt(exam)
    const seen = new Set<string>()
    let after = ''
    do {
      const page = ResultsSchema.parse(await asked(exam, 'results', ROOT, after))
      for (const { staffNumber, standing } of page.people) if (standing === 'sat') seen.add(staffNumber)
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    expect(seen.size).toBe(MANY)
    const { people, items } = await itemsOf(exam)
    expect([people, items.map(({ n }) => n)]).toEqual([MANY, [MANY, MANY]])
    const { units } = UnitResultsSchema.parse(await asked(exam, 'units', ROOT))
    expect(units[0]).toMatchObject({ listed: MANY + PEOPLE.length, sat: MANY })
    const { articles } = MisconceptionsSchema.parse(await asked(exam, 'misconceptions', ROOT))
    expect(articles).toMatchObject([{ n: 2 * MANY, missed: MANY }])
    await applied({ entries: PEOPLE, confirmLargeLeave: true })
  }, 60_000)
})

/** Gives every other person M-… the attempt of M-0, in the shard of each. */
async function copyAttempt(exam: string): Promise<void> {
  const { shards } = await bankOf(env).catalogue()
  const members = await rosterOf(env).members(COUNTY.id)
  const { people } = await rosterOf(env).peopleForResults('operator', exam, COUNTY.id, 0, 20_000)
  const numbers = new Map(people.map(({ uuid, staffNumber }) => [uuid, staffNumber]))
  const source = members.find(({ uuid }) => numbers.get(uuid) === 'M-0')?.uuid ?? ''
  const others = members
    .map(({ uuid }) => uuid)
    .filter((uuid) => numbers.get(uuid)?.startsWith('M-') && uuid !== source)
  const shard = (number: number) => env.ATTEMPTS.getByName(`shard-${number}`)
  const original = await runInDurableObject(shard(shardOf(source, shards)), (_, { storage }) =>
    storage.sql
      .exec<Record<string, SqlStorageValue>>(
        `SELECT r.release, a.seed, a.started_at, a.seq, a.sheet, a.state, a.finished_at, a.score FROM attempts a
           JOIN releases r ON r.id = a.release JOIN participants p ON p.id = a.participant
         WHERE p.uuid = ? AND r.assessment = ?`,
        uuidBytes(source),
        exam,
      )
      .one(),
  )
  for (const [number, uuids] of Map.groupBy(others, (uuid) => shardOf(uuid, shards))) {
    await runInDurableObject(shard(number), (_, { storage }) => {
      const { release = null, ...attempt } = original
      storage.sql.exec('INSERT OR IGNORE INTO releases (release, assessment) VALUES (?, ?)', release, exam)
      for (const uuid of uuids) {
        storage.sql.exec("INSERT INTO participants (uuid, nickname, epoch) VALUES (?, '某*', 1)", uuidBytes(uuid))
        storage.sql.exec(
          `INSERT INTO attempts (id, participant, release, seed, started_at, seq, sheet, state, finished_at, score)
           VALUES (?, (SELECT max(id) FROM participants), (SELECT id FROM releases WHERE release = ?), ?, ?, ?, ?, ?, ?, ?)`,
          uuidBytes(crypto.randomUUID()),
          release,
          ...Object.values(attempt),
        )
      }
    })
  }
}
