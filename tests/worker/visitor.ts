import { env, exports } from 'cloudflare:workers'
import type { Started } from '../../content/domain/api.ts'
import { type Assessment, AssessmentSchema } from '../../content/domain/assessment.ts'
import { type BankVersion, QuestionSchema } from '../../content/domain/question.ts'
import { bankOf } from '../../worker/objects/bank/catalogue.ts'

/** Talking to the service as a browser does, and as the operator does. */

export const ORIGIN = 'https://mingfa.example'
export const CONTEST = 'hr-law-contest'

/** A request to the service under test. */
export function call(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, { method, ...init }))
}

/** Someone with a session cookie. */
export class Visitor {
  readonly cookie: string

  private constructor(cookie: string) {
    this.cookie = cookie
  }

  static async signIn(nickname = '老周', unit?: string): Promise<Visitor> {
    const response = await call('POST', '/api/session/guest', {
      body: JSON.stringify({ nickname, ...(unit ? { unit } : {}) }),
    })
    if (response.status !== 201) throw new Error(await response.text())
    return Visitor.with(response)
  }

  /** Someone who has been signed in by a response. */
  static with(response: Response): Visitor {
    return new Visitor((response.headers.get('set-cookie') ?? '').split(';')[0] ?? '')
  }

  /** Sends a request with the cookie; a body that isn't a string goes as JSON. */
  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const payload = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return call(method, path, { ...payload, headers: { cookie: this.cookie, ...headers } })
  }

  async start(assessment = CONTEST): Promise<Started> {
    const response = await this.send('POST', `/api/assessments/${assessment}/attempts`, {})
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
}

/** The first option of every question, two for those with several keys. */
export function sheetFor({ paper }: Pick<Started, 'paper'>): Record<string, string[]> {
  return Object.fromEntries(
    paper.questions.map(({ id, type }) => [id, type === 'fill-in' ? ['30'] : type === 'multiple' ? ['a', 'b'] : ['a']]),
  )
}

/** Headers of the operator. */
export const OPERATOR = { authorization: `Bearer ${env.OPERATOR_TOKEN}` }

/** A bank of `size` single-choice questions whose key is always 对. */
export function bank(size: number, overrides: Partial<Omit<BankVersion, 'id'>> = {}): Omit<BankVersion, 'id'> {
  return {
    title: '测试题库',
    reviewed: true,
    asOf: '2026-11-01',
    questions: Array.from({ length: size }, (_, index) =>
      QuestionSchema.parse({
        id: `test-${index + 1}`,
        type: 'single',
        stem: `测试题 ${index + 1}`,
        options: [
          { id: 'A', text: '对' },
          { id: 'B', text: '错甲' },
          { id: 'C', text: '错乙' },
        ],
        key: ['A'],
        fixedOrder: false,
        rationale: '因为如此规定。',
        citations: ['《劳动法》第五十条'],
        difficulty: 1,
        topics: ['wages'],
        uses: ['contest'],
      }),
    ),
    ...overrides,
  }
}

/** A contest of two such questions. */
export function contest(overrides: Partial<Assessment> = {}): Assessment {
  return AssessmentSchema.parse({
    id: 'test-contest',
    title: '测试竞赛',
    englishTitle: 'Test contest',
    summary: '用于测试的一场竞赛。',
    kind: 'contest',
    opensAt: null,
    closesAt: null,
    durationSeconds: 600,
    attempts: { allowed: null },
    blueprint: { sections: [{ points: 50, draw: [{ count: 2, types: ['single'] }] }] },
    marking: { kind: 'all-or-nothing' },
    passMark: 50,
    tieBreak: 'time',
    unitRanking: { by: 'average', atLeast: 1 },
    reveal: 'with-result',
    guests: true,
    ...overrides,
  })
}

/** Stores a bank as the operator; somebody else approves it if it is complete. */
export async function storeBank(content: Omit<BankVersion, 'id'>): Promise<string> {
  const id = await uploadBank(content)
  if (content.reviewed) await bankOf(env).approve('somebody else', id)
  return id
}

/** Stores a bank as the operator. */
export async function uploadBank(content: Omit<BankVersion, 'id'>): Promise<string> {
  const response = await call('POST', '/api/operator/banks', { body: JSON.stringify(content), headers: OPERATOR })
  if (response.status !== 201) throw new Error(await response.text())
  const { id } = await response.json<{ id: string }>()
  return id
}

/** Asks for an assessment as the operator. */
export function openAssessment(version: string, assessment: Assessment): Promise<Response> {
  return call('POST', '/api/operator/assessments', {
    body: JSON.stringify({ bank: version, assessment }),
    headers: OPERATOR,
  })
}

/** Stores a bank and opens a contest on it. @returns the contest's id */
export async function openContest(overrides: Partial<Assessment> = {}, content = bank(4)): Promise<string> {
  const assessment = contest(overrides)
  const response = await openAssessment(await storeBank(content), assessment)
  if (response.status !== 201) throw new Error(await response.text())
  return assessment.id
}
