import type { AssessmentSummary } from '../../../content/domain/api.ts'
import { type Assessment, maxScore, questionCount } from '../../../content/domain/assessment.ts'
import { contentLang, type Locale } from '../../lib/locale.ts'
import type { Language } from '../i18n.ts'
import { formatInstant } from '../instant.ts'

/**
 * The rules of an assessment in words. Of one made at run time the service tells only some.
 */

/** What rules say; left out where it isn't known. */
export interface Rules extends AssessmentSummary {
  readonly marks?: number
  readonly per?: Assessment['attempts']['per']
  readonly counts?: Assessment['attempts']['counts']
  readonly passMark?: number
  readonly bands?: Assessment['bands']
  /** Left out when no question takes several options. */
  readonly marking?: Assessment['marking']
  readonly tieBreak?: Assessment['tieBreak']
  readonly unitRanking?: Assessment['unitRanking']
  readonly reveal?: Assessment['reveal']
}

const SEVERAL: readonly string[] = ['multiple', 'indeterminate', 'case']

/** The rules of an assessment whose configuration is known. */
export function rulesOf(assessment: Assessment): Rules {
  const { id, title, kind, opensAt, closesAt, durationSeconds, attempts, blueprint } = assessment
  const { passMark, bands, marking, tieBreak, unitRanking, reveal } = assessment
  const types = blueprint.sections.flatMap((section) => section.draw.flatMap((quota) => quota.types))
  return {
    ...{ id, title, kind, opensAt, closesAt, durationSeconds, passMark, bands, reveal },
    questionCount: questionCount(blueprint),
    attemptsAllowed: attempts.allowed,
    marks: maxScore(blueprint),
    per: attempts.per,
    counts: attempts.counts,
    ...(types.some((type) => SEVERAL.includes(type)) ? { marking } : {}),
    // Practice has no standings.
    ...(kind === 'practice' ? {} : { tieBreak, unitRanking }),
  }
}

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

/** All rules that are known, in the order in which a participant needs them. */
export function ruleLines(rules: Rules, { t, locale }: Language): RuleLine[] {
  const { questionCount: questions, marks, attemptsAllowed: allowed, counts, bands = [], unitRanking } = rules
  const join = t('rules.join')
  const attempts =
    allowed === null ? t('rules.attempts-any') : t(`rules.attempts-${rules.per ?? 'allowed'}`, { allowed })
  const lines: [term: string, text: string | null, lang?: Locale | undefined][] = [
    [t('rules.opens'), rules.opensAt && formatInstant(locale, rules.opensAt)],
    [t('rules.closes'), rules.closesAt && formatInstant(locale, rules.closesAt)],
    [
      t('rules.questions'),
      marks === undefined ? t('rules.questions-only', { questions }) : t('rules.questions-value', { questions, marks }),
    ],
    [t('rules.time'), timeText(rules.durationSeconds, t)],
    [t('rules.pass'), rules.passMark === undefined ? null : t('rules.pass-value', { marks: rules.passMark })],
    [t('rules.bands'), bands.map(({ name, from }) => t('rules.band', { name, from })).join(join), contentLang(locale)],
    [t('rules.marking'), rules.marking === undefined ? null : markingText(rules.marking, t)],
    [
      t('rules.attempts'),
      counts === undefined || allowed === 1 ? attempts : `${attempts}${join}${t(`rules.counts-${counts}`)}`,
    ],
    [t('rules.ties'), rules.tieBreak === undefined ? null : t(`rules.ties-${rules.tieBreak}`)],
    [
      t('rules.units'),
      unitRanking === undefined ? null : t(`rules.units-${unitRanking.by}`, { atLeast: unitRanking.atLeast }),
    ],
    [t('rules.reveal'), rules.reveal === undefined ? null : t(`rules.reveal-${rules.reveal}`)],
  ]
  return lines.flatMap(([term, text, lang]) => (text ? [{ term, text, lang }] : []))
}
