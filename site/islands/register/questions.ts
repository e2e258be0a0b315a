import type { Question, Sort } from './filter.ts'

/** What can be asked of the registers, in the order of their forms and addresses; facts are data of the entries. */

/** Of the responsibility list. */
export const DUTY_QUESTIONS: readonly Question[] = [
  { name: 'office', fact: 'office', match: 'is' },
  { name: 'law', fact: 'laws', match: 'among' },
  { name: 'status', fact: 'status', match: 'is' },
  { name: 'from', fact: 'due', match: 'from' },
  { name: 'to', fact: 'due', match: 'to' },
]

/** Of the documents. */
export const DOCUMENT_QUESTIONS: readonly Question[] = [
  { name: 'status', fact: 'status', match: 'is' },
  { name: 'year', fact: 'year', match: 'is' },
  { name: 'office', fact: 'office', match: 'is' },
  { name: 'topic', fact: 'topics', match: 'among' },
]

/** Orders of the documents; without a choice, those published last come first. */
export const DOCUMENT_SORTS = {
  oldest: { fact: 'published' },
  effective: { fact: 'effective', descending: true },
  expires: { fact: 'expires' },
  number: { fact: 'number' },
} as const satisfies Readonly<Record<string, Sort>>
