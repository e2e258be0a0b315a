import { afterEach, describe, expect, it, vi } from 'vitest'
import { ReportReceivedSchema, ReportRequestSchema, ReportStateSchema } from '../../../content/domain/report-api.ts'
import { readReceived, readState, sendReport } from '../../../site/islands/report/calls.ts'
import {
  describePage,
  pathOfAddress,
  pathOfQuery,
  type ReportedPage,
  readPage,
} from '../../../site/islands/report/reported-page.ts'
import {
  FIRST_STATE,
  faultsOf,
  type ReportFormEvent,
  type ReportFormState,
  reportFormReducer,
  requestOf,
} from '../../../site/islands/report/state.ts'
import { reportRequest } from '../../fixtures/reports.ts'

const PAGE: ReportedPage = { path: '/explainers/unpaid-wages/', title: '工资拖欠怎么办', publishedOn: '2026-11-10' }

function afterEvents(...events: ReportFormEvent[]): ReportFormState {
  return events.reduce(reportFormReducer, FIRST_STATE)
}

const FILLED = [
  { type: 'page-found', page: PAGE },
  { type: 'kind-chosen', kind: 'outdated' },
  { type: 'typed', field: 'text', value: '这里写的期限已经改了。' },
] as const satisfies ReportFormEvent[]

describe('the form of a report', () => {
  it('makes a report that the contract takes', () => {
    const state = afterEvents(...FILLED, { type: 'typed', field: 'quote', value: '两年之内都可以投诉。' })
    expect(faultsOf(state, PAGE)).toEqual([])
    const request = requestOf(state, PAGE)
    expect(request).toEqual(reportRequest({ ...{ quote: '两年之内都可以投诉。', publishedOn: '2026-11-10' } }))
    expect(ReportRequestSchema.parse(request)).toEqual(request)
  })

  it.each(['', ' \n', '\u200d\u200b'])('leaves out a quotation that says nothing: %j', (quote) => {
    const state = afterEvents(...FILLED, { type: 'typed', field: 'quote', value: quote })
    expect(faultsOf(state, PAGE)).toEqual([])
    expect(requestOf(state, PAGE)).not.toHaveProperty('quote')
  })

  it('names every fault at once, in the order of the fields', () => {
    const state = afterEvents(
      { type: 'typed', field: 'quote', value: '字'.repeat(301) },
      { type: 'typed', field: 'text', value: ' 请打13800000000 ' },
    )
    expect(faultsOf(state, null)).toEqual([
      { field: 'page', fault: 'missing' },
      { field: 'kind', fault: 'missing' },
      { field: 'quote', fault: 'long', length: 301 },
      { field: 'text', fault: 'personal', length: 13 },
    ])
    expect(requestOf(state, null)).toBeNull()
  })

  it('keeps what was written when sending fails, and moves the focus with every try', () => {
    const failed = afterEvents(...FILLED, { type: 'called' }, { type: 'failed', failure: { kind: 'offline' } })
    expect(failed).toMatchObject({
      text: '这里写的期限已经改了。',
      busy: false,
      tries: 1,
      failure: { kind: 'offline' },
    })
    const refused = reportFormReducer(failed, { type: 'refused', faults: faultsOf(FIRST_STATE, null) })
    expect(refused).toMatchObject({ tries: 2, failure: null })
    expect(reportFormReducer(refused, { type: 'called' })).toMatchObject({ busy: true, faults: [], failure: null })
  })
})

describe('the page that a report is about', () => {
  it.each([
    ['/explainers/unpaid-wages/', '/explainers/unpaid-wages/'],
    ['//evil.example/', null],
    ['/\\evil.example/', null],
    ['https://evil.example/', null],
    ['javascript:alert(1)', null],
    ['', null],
    [null, null],
  ])('?page=%s names %s', (value, path) => {
    expect(pathOfQuery(value)).toBe(path)
  })

  it.each([
    ['https://mingfa.example/laws/labour-law/?a=1#art-50', '/laws/labour-law/'],
    [' /laws/labour-law/ ', '/laws/labour-law/'],
    ['laws/labour-law/', '/laws/labour-law/'],
    ['https://mingfa.example', '/'],
    ['https://mingfa.example/a/../laws/', '/laws/'],
    ['https://evil.example/laws/', null],
    ['http://mingfa.example/laws/', null],
    ['//evil.example/', null],
    ['/\\evil.example/', null],
    ['https://mingfa.example@evil.example/', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://[', null],
    ['https://mingfa.example/法律/', null],
    ['', null],
  ])('the address %j leads to %s', (address, path) => {
    expect(pathOfAddress(address, 'https://mingfa.example')).toBe(path)
  })

  /** A document with this heading and this date of publication. */
  function documentWith(heading: string | null, pubDate: string | null, lang: string | null = null) {
    const element = (own: object) => own as unknown as Element
    return {
      querySelector: (selector: string) => {
        if (selector !== 'h1') return pubDate === null ? null : element({ getAttribute: () => pubDate })
        const closest = () => (lang === null ? null : element({ getAttribute: () => lang }))
        return heading === null ? null : element({ textContent: heading, closest })
      },
    } as Pick<Document, 'querySelector'>
  }

  it.each([
    [
      'heading, language and day',
      ['工资 拖欠\n 怎么办', '2026-11-10 09:00', 'zh-CN'],
      ['工资 拖欠 怎么办', 'zh-CN', '2026-11-10'],
    ],
    ['no heading', [null, null, 'zh-CN'], ['/p/', undefined, undefined]],
    ['an empty heading', [' \u200b', '', 'en'], ['/p/', undefined, undefined]],
    ['a long heading', ['😀'.repeat(300), 'soon', null], ['😀'.repeat(120), undefined, undefined]],
  ] as const)('with %s is described', (_name, [heading, day, lang], [title, titleLang, publishedOn]) => {
    expect(describePage('/p/', documentWith(heading, day, lang))).toEqual({
      path: '/p/',
      title,
      ...(titleLang === undefined ? {} : { lang: titleLang }),
      ...(publishedOn === undefined ? {} : { publishedOn }),
    })
  })

  it('goes by its path when it can’t be read, which may be the very fault', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('', { status: 404 })),
    )
    expect(await readPage('/gone/')).toEqual({ path: '/gone/', title: '/gone/' })
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    expect(await readPage('/gone/')).toEqual({ path: '/gone/', title: '/gone/' })
  })
})

describe('the answers of the service', () => {
  const AT = '2026-11-23T01:02:03.000Z'
  const ANSWER = { decision: 'kept', text: '核对过了。', at: AT }

  it.each([
    ['a receipt', { receipt: '0123456789ABCDEF', at: AT }],
    ['a receipt in groups', { receipt: '0123-4567-89AB-CDEF', at: AT }],
    ['a receipt in small letters', { receipt: '0123456789abcdef', at: AT }],
    ['no receipt', { at: AT }],
    ['a number', { receipt: 1, at: AT }],
    ['no time', { receipt: '0123456789ABCDEF' }],
    ['a day', { receipt: '0123456789ABCDEF', at: '2026-11-23' }],
    ['a field too many', { receipt: '0123456789ABCDEF', at: AT, name: '' }],
    ['a list', ['0123456789ABCDEF', AT]],
    ['nothing', null],
  ])('to a report are read as the contract has them: %s', (_name, json) => {
    expect(readReceived(json)).toEqual(ReportReceivedSchema.safeParse(json).data ?? null)
  })

  it.each([
    ['no answer yet', { at: AT, page: '/a/', answer: null }],
    ['an answer', { at: AT, page: '/a/', answer: ANSWER }],
    ['a page elsewhere', { at: AT, page: '//evil.example/', answer: null }],
    ['a script for a page', { at: AT, page: 'javascript:alert(1)', answer: null }],
    ['an unknown decision', { at: AT, page: '/a/', answer: { ...ANSWER, decision: 'lost' } }],
    ['an answer without text', { at: AT, page: '/a/', answer: { decision: 'kept', at: AT } }],
    ['a field too many in the answer', { at: AT, page: '/a/', answer: { ...ANSWER, editor: '老周' } }],
    ['a field too many', { at: AT, page: '/a/', answer: null, text: '' }],
    ['no word of an answer', { at: AT, page: '/a/' }],
    ['a text for an answer', { at: AT, page: '/a/', answer: '好' }],
    ['nothing', undefined],
  ])('about a report are read as the contract has them: %s', (_name, json) => {
    expect(readState(json)).toEqual(ReportStateSchema.safeParse(json).data ?? null)
  })

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('come from a call without any token', async () => {
    const stub = vi.fn(async (_path: string, _init: RequestInit) =>
      Response.json({ receipt: '0123456789ABCDEF', at: AT }, { status: 201 }),
    )
    vi.stubGlobal('fetch', stub)
    expect(await sendReport(reportRequest())).toEqual({ ok: true, value: { receipt: '0123456789ABCDEF', at: AT } })
    const [path, init] = stub.mock.calls[0] ?? []
    expect([path, init?.method]).toEqual(['/api/reports', 'POST'])
    expect(init?.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' })
  })
})
