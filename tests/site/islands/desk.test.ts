import { afterEach, describe, expect, it, vi } from 'vitest'
import type { QueuedReport, Reports } from '../../../content/domain/report-api.ts'
import { getReports } from '../../../site/islands/desk/calls.ts'
import {
  answerFaults,
  type DeskEvent,
  type DeskState,
  deskReducer,
  FIRST_STATE,
} from '../../../site/islands/desk/state.ts'
import { isToken, keepToken, readToken } from '../../../site/islands/desk/token.ts'
import type { Failure } from '../../../site/islands/request.ts'

const AT = '2026-11-23T01:02:03.000Z'

function report(id: number, answer: QueuedReport['answer'] = null): QueuedReport {
  const page = '/explainers/unpaid-wages/'
  return {
    id,
    page,
    title: '题',
    kind: 'wrong',
    quote: null,
    text: '不对。',
    publishedOn: null,
    at: AT,
    times: 1,
    answer,
  }
}

const ANSWER = { decision: 'kept', text: '核对过了。', at: AT } as const

function loaded(ids: readonly number[], fields: Partial<Reports> = {}): DeskEvent {
  const queue = { reports: ids.map((id) => report(id)), open: ids.length, next: null, ...fields }
  return { type: 'loaded', status: 'open', more: false, queue }
}

function afterEvents(state: DeskState, ...events: DeskEvent[]): DeskState {
  return events.reduce(deskReducer, state)
}

const problem = (status: number): Failure => ({ kind: 'problem', status, type: '', detail: '', errors: [] })
const asked: DeskEvent = { type: 'asked', status: 'open', more: false }
const entered = afterEvents(FIRST_STATE, { type: 'entered', token: 'secret' }, asked)
const open = afterEvents(entered, loaded([1, 2, 3], { open: 30, next: '3' }))

describe('the desk', () => {
  it('shows the door again when the token doesn’t hold, with nothing of the queue left', () => {
    const state = afterEvents(open, asked, { type: 'failed', failure: problem(401) })
    expect(state).toEqual({ ...FIRST_STATE, refused: 'wrong', tries: 1 })
  })

  it('stays open when something else fails', () => {
    const state = afterEvents(open, asked, { type: 'failed', failure: { kind: 'offline' } })
    expect(state).toMatchObject({ token: 'secret', busy: false, failure: { kind: 'offline' }, reports: { length: 3 } })
  })

  it('takes an answered report from those that wait, and counts one less', () => {
    const state = afterEvents(open, { type: 'answered', report: report(2, ANSWER) })
    expect(state.reports?.map(({ id }) => id)).toEqual([1, 3])
    expect(state).toMatchObject({ open: 29, answered: 2 })
  })

  it('puts a changed answer in the place of the old one', () => {
    const answered = afterEvents(
      open,
      { type: 'asked', status: 'answered', more: false },
      { type: 'loaded', status: 'answered', more: false, queue: { reports: [report(9)], open: 3, next: null } },
      { type: 'answered', report: report(9, ANSWER) },
    )
    expect(answered).toMatchObject({ open: 3, reports: [report(9, ANSWER)] })
  })

  it('adds more to what is there and leads to the first of it', () => {
    const more = { reports: [report(4), report(5)], open: 30, next: null }
    const state = afterEvents(
      open,
      { type: 'asked', status: 'open', more: true },
      { type: 'loaded', status: 'open', more: true, queue: more },
    )
    expect(state.reports?.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
    expect(state).toMatchObject({ firstOfMore: 4, next: null })
  })

  it('passes over a part of the queue that comes after the editor has turned to the other', () => {
    const turned = afterEvents(open, { type: 'asked', status: 'answered', more: false })
    expect(turned.reports).toBeNull()
    expect(afterEvents(turned, loaded([7]))).toBe(turned)
  })

  it('forgets everything when the editor leaves', () => {
    expect(afterEvents(open, { type: 'left' })).toEqual(FIRST_STATE)
  })
})

describe('an answer', () => {
  it.each([
    ['kept', '核对过了。', []],
    [null, '', [{ field: 'decision' }, { field: 'answer', fault: 'missing', length: 0 }]],
    ['kept', '好', [{ field: 'answer', fault: 'short', length: 1 }]],
    ['kept', '字'.repeat(1001), [{ field: 'answer', fault: 'long', length: 1001 }]],
    ['kept', '请打13800000000', [{ field: 'answer', fault: 'personal', length: 13 }]],
  ] as const)('%s "%s" has the faults %j', (decision, text, faults) => {
    expect(answerFaults(decision, text)).toEqual(faults)
  })
})

describe('the token', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['x', true],
    ['Vb-9_z.~', true],
    ['', false],
    ['two words', false],
    ['令牌', false],
    ['a\nb', false],
    ['a'.repeat(201), false],
  ])('may be "%s": %s', (text, may) => {
    expect(isToken(text)).toBe(may)
  })

  it('goes with every call, and nowhere into the address', async () => {
    const stub = vi.fn(async (_path: string, _init: RequestInit) => Response.json({ reports: [], open: 0, next: null }))
    vi.stubGlobal('fetch', stub)
    await getReports('secret', 'answered', '12')
    const [path, init] = stub.mock.calls[0] ?? []
    expect(path).toBe('/api/operator/reports?status=answered&after=12')
    expect(init?.headers).toEqual({ accept: 'application/json', authorization: 'Bearer secret' })
  })

  it('is kept in the tab until it is given up', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    keepToken('secret')
    expect(readToken()).toBe('secret')
    kept.set([...kept.keys()][0] ?? '', 'not a token\n')
    expect(readToken()).toBeNull()
    keepToken(null)
    expect(kept.size).toBe(0)
  })

  it('is asked for again in a browser that keeps nothing', () => {
    const refuse = () => {
      throw new Error('forbidden')
    }
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    keepToken('secret')
    expect(readToken()).toBeNull()
  })
})
