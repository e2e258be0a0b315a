import type { Problem } from '../domain/errors.ts'
import { unitFaults } from '../domain/unit.ts'
import type { Content } from '../source/content.ts'
import { checkAssessments } from './assessments.ts'
import { checkCitations } from './citations.ts'
import { checkLaws } from './laws.ts'
import { checkCampaigns, checkLessons, checkPages } from './pages.ts'
import { checkQuestions } from './questions.ts'
import { checkResponsibilities } from './responsibilities.ts'

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
