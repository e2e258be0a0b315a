import type * as z from 'zod/mini'
import {
  AttemptDetailSchema,
  type Result,
  SavedSchema,
  StandingsSchema,
  StartedSchema,
  SubmittedSchema,
} from '../../content/domain/api.ts'
import type { Answer, HttpClient } from './http-client.ts'

/** A simulated participant: what a browser does, without the browser. */

/** Thrown when the server answers with another status than expected. */
export class UnexpectedAnswer extends Error {
  readonly status: number

  constructor(what: string, { status, body }: Answer) {
    super(`${what}: ${status} ${body.toString().slice(0, 300)}`)
    this.name = 'UnexpectedAnswer'
    this.status = status
  }
}

function read<T>(what: string, answer: Answer, schema: z.ZodMiniType<T>, statuses: readonly number[] = [200]): T {
  if (!statuses.includes(answer.status)) throw new UnexpectedAnswer(what, answer)
  return schema.parse(JSON.parse(answer.body.toString()))
}

/** A sheet that picks options by chance. */
export function randomSheet(
  questions: z.output<typeof StartedSchema>['paper']['questions'],
  random = Math.random,
): Record<string, string[]> {
  return Object.fromEntries(
    questions.map(({ id, type, options }) => {
      if (type === 'fill-in') return [id, [String(Math.floor(random() * 60))]]
      const one = options[Math.floor(random() * options.length)]?.id
      const several = type === 'multiple' || type === 'indeterminate'
      return [id, options.flatMap((option) => (option.id === one || (several && random() < 0.4) ? [option.id] : []))]
    }),
  )
}

/** Someone who takes part. */
export class Participant {
  readonly #client: HttpClient
  readonly #headers: Record<string, string>

  private constructor(client: HttpClient, cookie: string) {
    this.#client = client
    this.#headers = { cookie }
  }

  /** Signs in as a guest. */
  static async signIn(client: HttpClient, nickname: string, unit?: string): Promise<Participant> {
    const answer = await client.send('POST', '/api/session/guest', { body: { nickname, ...(unit ? { unit } : {}) } })
    if (answer.status !== 201) throw new UnexpectedAnswer('sign in', answer)
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    return new Participant(client, cookie.split(';')[0] ?? '')
  }

  /** The same person over another client, after a restart of the server. */
  through(client: HttpClient): Participant {
    return new Participant(client, this.#headers['cookie'] ?? '')
  }

  async start(assessment: string): Promise<z.output<typeof StartedSchema>> {
    const answer = await this.#client.send('POST', `/api/assessments/${assessment}/attempts`, {
      headers: this.#headers,
      body: {},
    })
    return read('start', answer, StartedSchema, [200, 201])
  }

  async save(attempt: string, seq: number, responses: Record<string, string[]>): Promise<z.output<typeof SavedSchema>> {
    const answer = await this.#client.send('PUT', `/api/attempts/${attempt}/responses`, {
      headers: this.#headers,
      body: { seq, responses },
    })
    return read('save', answer, SavedSchema)
  }

  async submit(attempt: string, responses?: Record<string, string[]>): Promise<Result> {
    const body = responses === undefined ? {} : { responses }
    const answer = await this.#client.send('POST', `/api/attempts/${attempt}/submit`, { headers: this.#headers, body })
    return read('submit', answer, SubmittedSchema).result
  }

  async detail(attempt: string): Promise<z.output<typeof AttemptDetailSchema>> {
    return read(
      'detail',
      await this.#client.send('GET', `/api/attempts/${attempt}`, { headers: this.#headers }),
      AttemptDetailSchema,
    )
  }

  async standings(assessment: string, query = 'limit=50'): Promise<z.output<typeof StandingsSchema>> {
    const answer = await this.#client.send('GET', `/api/assessments/${assessment}/standings?${query}`, {
      headers: this.#headers,
    })
    return read('standings', answer, StandingsSchema)
  }
}
