import type { CitationUse, Citing } from '../check/citations.ts'
import { articleLabel } from '../domain/citation.ts'
import type { IsoDate } from '../domain/dates.ts'
import { type LibraryLaw, lawLibrary } from '../domain/law-library.ts'
import type { SetAside } from '../domain/set-aside.ts'
import type { StatuteText } from '../domain/statute.ts'
import type { Content } from '../source/content.ts'
import { readOwnStatutes } from '../source/own-statutes.ts'
import { LawHistory } from './article-fate.ts'
import { type CitationTurn, turnsOf } from './citation-turns.ts'

/**
 * All citations of the content that a change in the law touches, now or on a day to come, and what follows: questions to be set aside, pages
 * with a notice, a list for whoever reviews.
 */

/** A citation with a time in which it must not be relied on. */
export interface TouchedCitation {
  /** What cites, as reviews name it: `questions/wages-001`. */
  readonly item: string
  readonly use: CitationUse
  readonly turn: CitationTurn
}

/** Laws of the content with everything that is known of their texts, by id. */
export type Histories = ReadonlyMap<string, LawHistory>

const FOLDERS: Readonly<Record<Citing['kind'], string | null>> = {
  explainer: 'explainers',
  lesson: 'lessons',
  campaign: 'campaigns',
  document: 'documents',
  case: 'cases',
  remedy: 'remedies',
  calculator: 'calculators',
  term: 'glossary',
  question: 'questions',
  // A ledger records what was said under the law of its day.
  notice: null,
}

/**
 * What cites, as reviews name it; `null` for what is never reviewed anew.
 *
 * @example itemOf({ kind: 'question', id: 'wages-001', title: '工资支付' }) // 'questions/wages-001'
 */
export function itemOf({ kind, id, anchor, lang }: Citing): string | null {
  const folder = FOLDERS[kind]
  if (folder === null) return null
  return `${folder}/${lang === undefined ? '' : `${lang}/`}${id}${anchor === undefined ? '' : `#${anchor}`}`
}

/** The histories of the laws of a library that the content has files of; citations mean no others. */
export function historiesIn(library: readonly LibraryLaw[]): Histories {
  return new Map(library.flatMap((law) => (law.curated === undefined ? [] : [[law.id, new LawHistory(law)] as const])))
}

/** The histories of the laws of the content, with imported texts. */
export function historiesOf({ laws }: Pick<Content, 'laws'>, statutes: readonly StatuteText[]): Histories {
  const library = lawLibrary(
    laws.map(({ value }) => value),
    statutes,
  )
  return historiesIn(library)
}

/** The texts of each law against which an item was confirmed: `<law> <item>` → days. */
function confirmations({ reviews }: Pick<Content, 'reviews'>): ReadonlyMap<string, ReadonlySet<IsoDate>> {
  const days = new Map<string, Set<IsoDate>>()
  for (const { value } of reviews) {
    for (const { version, items } of value.reviews) {
      for (const item of items) {
        const key = `${value.id} ${item}`
        days.set(key, (days.get(key) ?? new Set()).add(version))
      }
    }
  }
  return days
}

/**
 * Every citation that must not be relied on at some time, with that time; in the order of the content.
 *
 * @param uses citations of the content
 */
export function touchedCitations(
  content: Pick<Content, 'reviews'>,
  uses: readonly CitationUse[],
  histories: Histories,
): TouchedCitation[] {
  const confirmed = confirmations(content)
  const known = new Map<string, readonly CitationTurn[]>()
  return uses.flatMap((use) => {
    const { law, version, number } = use.to
    const item = itemOf(use.from)
    const history = histories.get(law.id)
    if (item === null || history === undefined) return []
    const days = confirmed.get(`${law.id} ${item}`) ?? new Set()
    const key = [law.id, version.effectiveFrom, number, ...days].join(' ')
    const turns = known.get(key) ?? turnsOf(history, version.effectiveFrom, number, days)
    known.set(key, turns)
    return turns.map((turn) => ({ item, use, turn }))
  })
}

/** The citations that must not be relied on on a day because the law has changed: what awaits a review. */
export function awaitingOn(touched: readonly TouchedCitation[], day: IsoDate): TouchedCitation[] {
  return touched.filter(({ turn: { from, until } }) => from !== null && from <= day && (until === null || day < until))
}

/** The citations that will have to be reviewed by days to come, the earliest first. */
export function awaitingAfter(touched: readonly TouchedCitation[], day: IsoDate): TouchedCitation[] {
  return touched
    .filter(({ turn: { from } }) => from !== null && from > day)
    .toSorted((a, b) => (a.turn.from ?? '').localeCompare(b.turn.from ?? ''))
}

/**
 * What a turn says, in Chinese: `2027-01-01 起改了`.
 *
 * @example causeText({ cause: 'moved', version: '2027-01-01', fate: { fate: 'moved', number: '23', … }, … }) // '2027-01-01 起换了条号，改为第二十三条'
 */
export function causeText({ cause, version, fate }: CitationTurn): string {
  const number = fate?.number ?? null
  switch (cause) {
    case 'not-yet':
      return `${version} 起才施行`
    case 'repealed':
      return `${version} 起废止`
    case 'gone':
      return `${version} 起删去了这一条`
    case 'moved':
      return `${version} 起换了条号${number === null ? '' : `，改为${articleLabel(number)}`}`
    case 'unknown':
      return `${version} 起有新文本，改没改还不知道`
    default:
      return `${version} 起改了`
  }
}

/**
 * When the questions of the content are not drawn, by the id that their file gives them.
 *
 * @param today Beijing day; times that are over are left out
 */
export function setAsideOf(
  touched: readonly TouchedCitation[],
  today: IsoDate,
): ReadonlyMap<string, readonly SetAside[]> {
  const periods = new Map<string, Map<string, SetAside>>()
  for (const { use, turn } of touched) {
    const { from, until } = turn
    if (use.from.kind !== 'question' || (until !== null && until <= today)) continue
    const reason = `${use.to.label}：${causeText(turn)}`
    const own = periods.get(use.from.id) ?? new Map<string, SetAside>()
    own.set(`${from} ${until} ${reason}`, {
      ...(from === null ? {} : { from }),
      ...(until === null ? {} : { until }),
      reason,
    })
    periods.set(use.from.id, own)
  }
  return new Map([...periods].map(([id, own]) => [id, [...own.values()]]))
}

/**
 * As `touchedCitations`, with the official texts that this deployment has imported.
 *
 * @param root of the repository
 */
export function touchedByImports(content: Content, uses: readonly CitationUse[], root: string): TouchedCitation[] {
  return touchedCitations(content, uses, historiesOf(content, readOwnStatutes(content, root)))
}
