import type { Assessment } from '../../../content/domain/assessment.ts'
import type { AssessmentSummary } from '../../../content/domain/assessment-api.ts'
import { contentLang, type Locale } from '../../lib/locale.ts'
import type { Language } from '../i18n.ts'
import { formatInstant } from '../instant.ts'

/** The rules of an assessment in words. */

/** What taking part needs to know of an assessment; its rules stand beside in words, made at build time where they are known then. */
export type Taken = Pick<AssessmentSummary, 'id' | 'kind' | 'guests' | 'warnAtSeconds' | 'unitRanking'>

/** One rule: what it is about, and what it says. */
export interface RuleLine {
  readonly term: string
  readonly text: string
  /** Language of the text, where it isn't that of the page: bands have Chinese names. */
  readonly lang?: Locale | undefined
}

function markingText(marking: Assessment['marking'], t: Language['t']): string {
  switch (marking.kind) {
    case 'all-or-nothing':
      return t('rules.marking-all-or-nothing')
    case 'partial':
      return marking.each === undefined
        ? t('rules.marking-partial')
        : t('rules.marking-partial-each', { marks: marking.each })
    case 'per-option':
      return t('rules.marking-per-option', { penalty: marking.penalty })
  }
}

function timeText(seconds: number | null, t: Language['t']): string {
  if (seconds === null) return t('rules.time-none')
  return seconds % 60 === 0 ? t('rules.time-minutes', { minutes: seconds / 60 }) : t('rules.time-seconds', { seconds })
}

function windowText({ makeUpWindow }: AssessmentSummary, { t, locale }: Language): string {
  return makeUpWindow === undefined
    ? t('rules.make-up-after')
    : t('rules.make-up-window', {
        from: formatInstant(locale, makeUpWindow.opensAt),
        to: formatInstant(locale, makeUpWindow.closesAt),
      })
}

/** All rules, in the order in which a participant needs them. */
export function ruleLines(rules: AssessmentSummary, language: Language): RuleLine[] {
  const { t, locale } = language
  const { questionCount: questions, marks, bands, marking, tieBreak, unitRanking, kind } = rules
  const { allowed, per, counts, makeUp } = rules.attempts
  const join = t('rules.join')
  const attempts = allowed === null ? t('rules.attempts-any') : t(`rules.attempts-${per}`, { allowed })
  const lines: [term: string, text: string | null, lang?: Locale | undefined][] = [
    [t('rules.who'), rules.guests ? null : t('rules.who-staff')],
    [t('rules.opens'), rules.opensAt && formatInstant(locale, rules.opensAt)],
    [t('rules.closes'), rules.closesAt && formatInstant(locale, rules.closesAt)],
    [t('rules.questions'), t('rules.questions-value', { questions, marks })],
    [t('rules.time'), timeText(rules.durationSeconds, t)],
    [t('rules.extra-time'), kind === 'exam' && rules.durationSeconds !== null ? t('rules.extra-time-value') : null],
    [t('rules.pass'), t('rules.pass-value', { marks: rules.passMark })],
    [t('rules.bands'), bands.map(({ name, from }) => t('rules.band', { name, from })).join(join), contentLang(locale)],
    [t('rules.marking'), marking === undefined ? null : markingText(marking, t)],
    [t('rules.attempts'), allowed === 1 ? attempts : `${attempts}${join}${t(`rules.counts-${counts}`)}`],
    [t('rules.make-up'), makeUp === 0 ? null : t('rules.make-up-value', { makeUp, when: windowText(rules, language) })],
    [t('rules.ties'), tieBreak === undefined ? null : t(`rules.ties-${tieBreak}`)],
    [
      t('rules.units'),
      unitRanking === undefined ? null : t(`rules.units-${unitRanking.by}`, { atLeast: unitRanking.atLeast }),
    ],
    [t('rules.score'), rules.scoreShown === 'at-once' ? null : t('rules.score-after-close')],
    [t('rules.reveal'), t(`rules.reveal-${rules.reveal}`)],
  ]
  return lines.flatMap(([term, text, lang]) => (text ? [{ term, text, lang }] : []))
}
