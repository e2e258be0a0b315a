import { isBlank, REPORT_LIMITS, type ReportKind, type TextFault, textFault } from '../../../content/domain/report.ts'
import type { ReportReceived, ReportRequest } from '../../../content/domain/report-api.ts'
import type { Failure } from '../request.ts'
import type { ReportedPage } from './reported-page.ts'

/**
 * The form of a report. What was written stays whatever happens, until it has been received.
 */

/** What a reader types. */
export interface ReportTexts {
  readonly address: string
  readonly quote: string
  readonly text: string
}

/** A field with what is wrong with it. */
export type FieldFault =
  | { readonly field: 'page' | 'kind'; readonly fault: 'missing' }
  | { readonly field: 'text'; readonly fault: TextFault; readonly length: number }
  | { readonly field: 'quote'; readonly fault: 'long' | 'personal'; readonly length: number }

/** Where the form stands. */
export interface ReportFormState extends ReportTexts {
  /** `finding`: whether the address of the form names a page isn't known yet. `asked`: the reader gives its address. */
  readonly page: ReportedPage | 'finding' | 'asked'
  readonly kind: ReportKind | null
  readonly faults: readonly FieldFault[]
  /** Counts the tries to send, so that each one that fails moves the focus. */
  readonly tries: number
  readonly busy: boolean
  readonly failure: Failure | null
  readonly received: ReportReceived | null
}

/** What can happen. */
export type ReportFormEvent =
  | { readonly type: 'page-found'; readonly page: ReportedPage }
  | { readonly type: 'page-asked' }
  | { readonly type: 'typed'; readonly field: keyof ReportTexts; readonly value: string }
  | { readonly type: 'kind-chosen'; readonly kind: ReportKind }
  | { readonly type: 'refused'; readonly faults: readonly FieldFault[] }
  | { readonly type: 'called' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'received'; readonly received: ReportReceived }

/** The start: nothing known, nothing written. */
export const FIRST_STATE: ReportFormState = {
  page: 'finding',
  kind: null,
  address: '',
  quote: '',
  text: '',
  faults: [],
  tries: 0,
  busy: false,
  failure: null,
  received: null,
}

/** What an event makes of the state. */
export function reportFormReducer(state: ReportFormState, event: ReportFormEvent): ReportFormState {
  switch (event.type) {
    case 'page-found':
      return { ...state, page: event.page }
    case 'page-asked':
      return { ...state, page: 'asked' }
    case 'typed':
      return { ...state, [event.field]: event.value }
    case 'kind-chosen':
      return { ...state, kind: event.kind }
    case 'refused':
      return { ...state, faults: event.faults, tries: state.tries + 1, failure: null, busy: false }
    case 'called':
      return { ...state, busy: true, faults: [], failure: null }
    case 'failed':
      return { ...state, busy: false, failure: event.failure, tries: state.tries + 1 }
    case 'received':
      return { ...state, busy: false, received: event.received }
  }
}

const length = (text: string) => [...text.trim()].length

/**
 * What is wrong with the form, in the order of its fields.
 *
 * @param page the page that the report would be about, or `null` when the address given leads to none
 */
export function faultsOf({ kind, quote, text }: ReportFormState, page: ReportedPage | null): FieldFault[] {
  const faults: FieldFault[] = []
  if (page === null) faults.push({ field: 'page', fault: 'missing' })
  if (kind === null) faults.push({ field: 'kind', fault: 'missing' })
  const inQuote = textFault(quote, 0, REPORT_LIMITS.quote)
  if (inQuote === 'long' || inQuote === 'personal')
    faults.push({ field: 'quote', fault: inQuote, length: length(quote) })
  const inText = textFault(text, REPORT_LIMITS.leastText, REPORT_LIMITS.text)
  if (inText !== null) faults.push({ field: 'text', fault: inText, length: length(text) })
  return faults
}

/** The report that a form without faults makes; `null` while kind or page is missing. */
export function requestOf({ kind, quote, text }: ReportFormState, page: ReportedPage | null): ReportRequest | null {
  if (kind === null || page === null) return null
  const { path, title, publishedOn } = page
  return {
    page: path,
    title,
    kind,
    text,
    ...(isBlank(quote) ? {} : { quote }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  }
}
