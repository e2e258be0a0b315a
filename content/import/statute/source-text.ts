import type { StatuteText } from '../../domain/statute.ts'
import type { Repair } from './repairs.ts'

/** A text as a reader of one format gives it: complete but for what needs the library, its law's id and known dates. */
export interface SourceText {
  /** File with line at which the text begins. */
  readonly place: string
  readonly text: Omit<StatuteText, 'lawId'>
  readonly repairs: readonly Repair[]
  /** Whether the source itself states the day of effect, as a field of its own. */
  readonly isDayStated: boolean
}

/** A text that isn't imported, and why. */
export interface Refusal {
  readonly place: string
  /** Title of the text, where it could be read. */
  readonly title?: string
  readonly fault: string
  readonly fix: string
  /**
   * Whether a part of the law's text was there and couldn't be placed, so that nothing of this law may be written.
   * A file without any article leaves other texts of its law alone.
   */
  readonly blocks: boolean
  /** Set when the file is damaged, so that nothing of it is taken. */
  readonly endsFile?: boolean
}

/** A text read, or why it was refused. */
export type Outcome = { readonly read: SourceText } | { readonly refused: Refusal }

/** The name by which a law is cited: without 中华人民共和国 and without the year of an amendment in brackets. */
export function citedName(title: string): string {
  return officialTitle(title).replace(/^中华人民共和国(?=.)/, '')
}

/** The title without what a source adds to tell versions apart: 劳动法（2018修正）. */
export function officialTitle(title: string): string {
  return title.replace(/（[^（）]*(?:修正|修订|修改|修正本|修订本)[^（）]*）$/, '').trim()
}
