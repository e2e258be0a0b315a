import { assessmentFaults, unsupportedRules, useOf } from '../domain/assessment.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { EXPLAINER_HEADINGS } from '../domain/explainer.ts'
import { compareArticles } from '../domain/law.ts'
import { splitLesson } from '../domain/lesson.ts'
import { drawPaper, ShortfallError } from '../domain/paper.ts'
import { missingForPublication, type Question, questionFaults } from '../domain/question.ts'
import { toQuestions } from '../domain/question-file.ts'
import { normaliseAnswer } from '../domain/scoring.ts'
import { unitFaults } from '../domain/unit.ts'
import type { Content } from '../source/content.ts'
import { checkCitations } from './citations.ts'

/**
 * Checks that need more than one file: names that must exist elsewhere, numbers that must balance, texts that
 * must not repeat.
 */

/** All problems of the content, citations included. Empty when it may be published. */
export function checkContent(content: Content): Problem[] {
  return [
    ...checkCitations(content).problems,
    ...checkLaws(content),
    ...checkPages(content),
    ...checkLessons(content),
    ...checkResponsibilities(content),
    ...checkCampaigns(content),
    ...checkQuestions(content),
    ...checkAssessments(content),
    ...unitFaults(content.units).map((fault) => ({
      place: 'content/units.yaml',
      fault,
      fix: 'Correct the list of units.',
    })),
  ]
}

function checkLaws({ laws }: Content): Problem[] {
  const names = new Map<string, string>()
  return laws.flatMap(({ value: law, source }) => {
    const problems: Problem[] = []
    for (const name of [law.name, law.title, ...law.aliases]) {
      const other = names.get(name)
      if (other !== undefined && other !== law.id) {
        problems.push({
          place: source.path,
          fault: `《${name}》 is also a name of ${other}.`,
          fix: 'Give each name to one law.',
        })
      }
      names.set(name, law.id)
    }
    for (const [index, version] of law.versions.entries()) {
      const before = law.versions[index - 1]
      if (before !== undefined && before.effectiveFrom >= version.effectiveFrom) {
        problems.push({
          place: source.place(['versions', index, 'effectiveFrom']),
          fault: `The version from ${version.effectiveFrom} stands after the one from ${before.effectiveFrom}.`,
          fix: 'Order the versions from old to new, one a day.',
        })
      }
      for (const number of Object.keys(version.articles).sort(compareArticles)) {
        if (Number(number.split('-')[0]) <= version.articleCount) continue
        problems.push({
          place: source.place(['versions', index, 'articles', number]),
          fault: `Article ${number} exceeds the ${version.articleCount} articles of this version.`,
          fix: 'Correct the number or articleCount.',
        })
      }
    }
    return problems
  })
}

function unknown(
  names: readonly string[],
  known: ReadonlySet<string>,
  place: (index: number) => string,
  what: string,
  fix: string,
): Problem[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [{ place: place(index), fault: `There is no ${what} "${name}".`, fix }],
  )
}

function idsOf(items: readonly { value: { id: string } }[]): Set<string> {
  return new Set(items.map(({ value }) => value.id))
}

function checkPages(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  return [...content.explainers, ...content.lessons, ...content.campaigns].flatMap(
    ({ value: page, source, placeInBody }) => {
      const problems = unknown(
        page.topics,
        topics,
        (index) => source.place(['topics', index]),
        'topic',
        'See content/topics.yaml.',
      )
      const order: readonly IsoDate[] = [page.asOf, page.reviewedOn]
      if ((order[0] ?? '') > (order[1] ?? '')) {
        problems.push({
          place: source.place(['reviewedOn']),
          fault: `The review of ${page.reviewedOn} is older than the law it speaks of (${page.asOf}).`,
          fix: 'Review the page against the law of its asOf date, or set asOf back.',
        })
      }
      if (page.drafter === page.reviewer) {
        problems.push({
          place: source.place(['reviewer']),
          fault: 'Drafter and reviewer are the same.',
          fix: 'Have a second office review it.',
        })
      }
      if (!('answer' in page)) return problems
      const headings = [...page.body.matchAll(/^## (.+)$/gm)]
      const places = headings.map((match) => (EXPLAINER_HEADINGS as readonly string[]).indexOf(match[1]?.trim() ?? ''))
      for (const [index, match] of headings.entries()) {
        const at = places[index] as number
        if (at !== -1 && at > (places[index - 1] ?? -1)) continue
        problems.push({
          place: placeInBody(match.index),
          fault: `The heading "${match[1]}" is unknown or out of order.`,
          fix: `Use these headings in this order: ${EXPLAINER_HEADINGS.join('、')}.`,
        })
      }
      if (places[0] !== 0 || places[1] !== 1) {
        problems.push({
          place: placeInBody(0),
          fault: 'The first two headings are missing.',
          fix: `Start with ## ${EXPLAINER_HEADINGS.slice(0, 2).join(' and ## ')}.`,
        })
      }
      return problems
    },
  )
}

function checkLessons({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ value, placeInBody }) =>
    splitLesson(value).faults.map((fault) => ({
      place: placeInBody(0),
      fault,
      fix: 'Put each [[checkpoint:id]] on a line of its own in the middle of the story.',
    })),
  )
}

function checkResponsibilities(content: Content): Problem[] {
  const laws = idsOf(content.laws)
  const pages = new Set([
    ...content.explainers.map(({ value }) => `explainers/${value.id}`),
    ...content.lessons.map(({ value }) => `lessons/${value.id}`),
    ...content.campaigns.map(({ value }) => `campaigns/${value.id}`),
  ])
  return content.responsibilities.flatMap(({ value: list, source }) =>
    list.rows.flatMap((row, index) => {
      const at = (...keys: PropertyKey[]) => source.place(['rows', index, ...keys])
      const problems = unknown(
        row.laws,
        laws,
        (law) => at('laws', law),
        'law',
        'Use the file name of a law in content/laws/.',
      )
      if (list.rows.findIndex((other) => other.id === row.id) !== index) {
        problems.push({ place: at('id'), fault: `The id "${row.id}" stands twice.`, fix: 'Give each row its own id.' })
      }
      if ((row.progress === 'done') !== (row.doneOn !== undefined)) {
        problems.push({
          place: at('progress'),
          fault: 'progress and doneOn contradict each other.',
          fix: 'Give doneOn with done, and only then.',
        })
      }
      if (row.progress === 'done' && row.evidence.length === 0) {
        problems.push({
          place: at('evidence'),
          fault: 'A duty that is done has no evidence.',
          fix: 'Name the page or the record that shows it.',
        })
      }
      const links = row.evidence.filter((text) => /^(explainers|lessons|campaigns)\//.test(text))
      return [
        ...problems,
        ...unknown(
          links,
          pages,
          () => at('evidence'),
          'page',
          'Use folder and file name of a page, such as explainers/unpaid-wages.',
        ),
      ]
    }),
  )
}

function checkCampaigns(content: Content): Problem[] {
  const [explainers, lessons, assessments] = [
    idsOf(content.explainers),
    idsOf(content.lessons),
    idsOf(content.assessments),
  ]
  return content.campaigns.flatMap(({ value, source }) => {
    const at = (key: string) => (index: number) => source.place([key, index])
    const problems = [
      ...unknown(
        value.explainers,
        explainers,
        at('explainers'),
        'explainer',
        'Use a file name in content/explainers/.',
      ),
      ...unknown(value.lessons, lessons, at('lessons'), 'lesson', 'Use a file name in content/lessons/.'),
      ...unknown(
        value.assessment ? [value.assessment] : [],
        assessments,
        () => source.place(['assessment']),
        'assessment',
        'Use a file name in content/assessments/.',
      ),
    ]
    if (value.endsOn < value.startsOn)
      problems.push({
        place: source.place(['endsOn']),
        fault: 'The campaign ends before it starts.',
        fix: 'Correct the dates.',
      })
    return problems
  })
}

function checkQuestions(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  const seen = new Map<string, string>()
  return content.questionFiles.flatMap(({ value: file, source }) => {
    const problems = unknown([file.topic], topics, () => source.place(['topic']), 'topic', 'See content/topics.yaml.')
    const claim = (key: string, place: string, fault: (other: string) => string, fix: string) => {
      const other = seen.get(key)
      if (other !== undefined) problems.push({ place, fault: fault(other), fix })
      else seen.set(key, place)
    }
    for (const [index, authored] of file.questions.entries()) {
      const place = source.place(['questions', index])
      const parts = toQuestions({ ...file, questions: [authored] })
      for (const id of new Set([authored.id, ...parts.map((question) => question.id)])) {
        claim(
          `id ${id}`,
          place,
          (other) => `The id "${id}" is also used at ${other}.`,
          'Give each question its own id.',
        )
      }
      const stem = normaliseAnswer(authored.stem).replace(/\p{P}/gu, '')
      claim(`stem ${stem}`, place, (other) => `The same stem stands at ${other}.`, 'Delete one, or ask something else.')
      problems.push(...parts.flatMap((question) => questionProblems(question, place)))
    }
    return problems
  })
}

function questionProblems(question: Question, place: string): Problem[] {
  return [
    ...questionFaults(question).map((fault) => ({
      place,
      fault: `Question "${question.id}": ${fault}`,
      fix: 'Correct the options or the key.',
    })),
    ...missingForPublication(question).map((field) => ({
      place,
      fault: `Question "${question.id}" has no ${field}.`,
      fix: 'A published question has a citation, a rationale, a difficulty, a topic and its uses.',
    })),
  ]
}

function checkAssessments(content: Content): Problem[] {
  const bank = content.questionFiles.flatMap(({ value }) => toQuestions(value))
  return content.assessments.flatMap(({ value, source }) => {
    const problems: Problem[] = [
      ...unsupportedRules(value).map((rule) => ({
        place: source.place(rule === 'makeUp' ? ['attempts', rule] : ['program', rule]),
        fault: `The service does not run the rule "${rule}" yet.`,
        fix: 'Keep the file in content/assessments/templates/.',
      })),
      ...assessmentFaults(value).map((fault) => ({ place: source.path, fault, fix: 'Correct the numbers.' })),
    ]
    try {
      const use = useOf(value.kind)
      drawPaper(
        bank.filter((question) => question.uses.includes(use)),
        value.blueprint,
        '0'.repeat(16),
      )
    } catch (error) {
      if (!(error instanceof ShortfallError)) throw error
      problems.push({
        place: source.place(['blueprint']),
        fault: error.message,
        fix: 'Write more such questions, or lower the quota.',
      })
    }
    return problems
  })
}
