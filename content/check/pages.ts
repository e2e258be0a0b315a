import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { EXPLAINER_HEADINGS } from '../domain/explainer.ts'
import { splitLesson } from '../domain/lesson.ts'
import type { Content } from '../source/content.ts'
import { idsOf, unknown } from './names.ts'

/** Topics that do not exist, reviews that are too old or by the drafter, headings out of order. */
export function checkPages(content: Content): Problem[] {
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

/** Checkpoints that do not stand in the middle of their story. */
export function checkLessons({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ value, placeInBody }) =>
    splitLesson(value).faults.map((fault) => ({
      place: placeInBody(0),
      fault,
      fix: 'Put each [[checkpoint:id]] on a line of its own in the middle of the story.',
    })),
  )
}

/** Pages and assessments that a campaign names and that do not exist; dates the wrong way round. */
export function checkCampaigns(content: Content): Problem[] {
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
