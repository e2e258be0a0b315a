import { beijingDay, type IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { unitFaults } from '../domain/unit.ts'
import type { Content } from '../source/content.ts'
import { checkActivities } from './activities.ts'
import { checkAssessments } from './assessments.ts'
import { checkCases } from './cases.ts'
import { type CitationReport, checkCitations } from './citations.ts'
import { checkCleanUps } from './clean-ups.ts'
import { checkClocks } from './clocks.ts'
import { checkDecisions } from './decisions.ts'
import { checkDocuments } from './documents.ts'
import { checkEnglishExplainers } from './english-explainers.ts'
import { checkColumns } from './freshness.ts'
import { checkGarbled } from './garbled.ts'
import { checkGlossary } from './glossary.ts'
import { checkImages } from './images.ts'
import { checkLaws } from './laws.ts'
import { checkLecturers } from './lecturers.ts'
import { checkNotices } from './notices.ts'
import { checkCampaigns, checkLessons, checkPages } from './pages.ts'
import { checkQuestions } from './questions.ts'
import { checkRemedies } from './remedies.ts'
import { checkResponsibilities } from './responsibilities.ts'
import { checkReviews } from './reviews.ts'
import { checkRules } from './rules.ts'
import { checkSimilarQuestions } from './similar-questions.ts'
import { checkSynonyms } from './synonyms.ts'
import { checkTraditionalTerms } from './traditional-terms.ts'
import { checkUnwritten } from './unwritten.ts'
import { checkWrongNames } from './wrong-names.ts'

/**
 * Checks that need more than one file: names that must exist elsewhere, numbers that must balance, texts that
 * must not repeat.
 */

/**
 * All problems of the content, citations included. Empty when it may be published.
 *
 * @param today Beijing day
 * @param citations those of the content, for who has resolved them already
 */
export function checkContent(
  content: Content,
  today: IsoDate = beijingDay(Date.now()),
  citations: CitationReport = checkCitations(content),
): Problem[] {
  return [
    ...citations.problems,
    ...checkColumns(content),
    ...checkGarbled(content),
    ...checkUnwritten(content),
    ...checkWrongNames(content),
    ...checkLaws(content),
    ...checkPages(content),
    ...checkEnglishExplainers(content),
    ...checkLessons(content),
    ...checkImages(content),
    ...checkResponsibilities(content),
    ...checkActivities(content, today),
    ...checkCampaigns(content),
    ...checkDocuments(content),
    ...checkCleanUps(content),
    ...checkDecisions(content, today),
    ...checkClocks(content, today),
    ...checkCases(content),
    ...checkNotices(content),
    ...checkRemedies(content),
    ...checkRules(content),
    ...checkReviews(content, today),
    ...checkGlossary(content),
    ...checkLecturers(content),
    ...checkTraditionalTerms(content),
    ...checkSynonyms(content),
    ...checkQuestions(content),
    ...checkSimilarQuestions(content),
    ...checkAssessments(content),
    ...unitFaults(content.units).map((fault) => ({
      place: 'content/units.yaml',
      fault,
      fix: '每个单位用自己的 id；parent 写名单里上级单位的 id，最上级写 parent: null。',
    })),
  ]
}
