import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { ActivityListSchema } from '../domain/activity.ts'
import { CampaignFrontMatterSchema } from '../domain/campaign.ts'
import { DocumentFrontMatterSchema } from '../domain/document.ts'
import { assertNoProblems, type Problem } from '../domain/errors.ts'
import { ExplainerFrontMatterSchema } from '../domain/explainer.ts'
import { LessonFrontMatterSchema } from '../domain/lesson.ts'
import { QuestionFileSchema } from '../domain/question-file.ts'
import { type Responsibility, ResponsibilityListSchema } from '../domain/responsibility.ts'
import type { Content } from '../source/content.ts'
import { type ReadResult, readMarkdown, readYaml } from '../source/source-file.ts'
import type { Answers, AnswersOf } from './answers.ts'
import { activityListHead, activityText } from './templates/activity.ts'
import { campaignDraft } from './templates/campaign.ts'
import { explainerDraft } from './templates/explainer.ts'
import { lessonDraft } from './templates/lesson.ts'
import type { Names } from './templates/page.ts'
import { questionsDraft } from './templates/questions.ts'
import { listHead, rowText } from './templates/responsibility.ts'

/** From answers to the texts of files; nothing is written here. */

/** A file to write. */
export interface DraftFile {
  /** Path below the folder. */
  readonly path: string
  /** Another folder than that of the content. */
  readonly folder?: string
  readonly text: string | Uint8Array
  /** What it is, for the author. */
  readonly what: string
  /** Text that the file has now; `null` when there must be none yet. */
  readonly before: string | null
}

/** What drafts depend on besides the answers. */
export interface Surroundings {
  /** The content folder. */
  readonly folder: string
  readonly content: Content
  /** Beijing day. */
  readonly today: string
}

function created(path: string, text: string, what: string): DraftFile {
  return { path, text, what, before: null }
}

/** Adds an entry to the list that ends a YAML file, or starts the file. */
function extended(folder: string, path: string, head: string, entry: string, what: string): DraftFile {
  const file = join(folder, path)
  if (!existsSync(file)) return created(path, head + entry, what)
  const before = readFileSync(file, 'utf8')
  return { path, text: `${before.trimEnd()}\n${entry}`, what, before }
}

function responsibilityFiles(
  answers: AnswersOf<'responsibility'>,
  { folder, content, today }: Surroundings,
): DraftFile[] {
  const { kind: _, ...given } = answers
  const year = Number(given.dueOn.slice(0, 4))
  const list = content.responsibilities.find(({ value }) => value.year === year)?.value
  const row: Responsibility = {
    ...given,
    progress: 'planned',
    evidence: [],
    ...(list !== undefined && list.publishedOn < today ? { addedOn: today } : {}),
  }
  const owner = content.responsibilities[0]?.value.owner ?? content.site.owner
  return [
    extended(
      folder,
      `responsibilities/${year}.yaml`,
      listHead({ year, owner, today }),
      rowText(row),
      `${year}年责任清单，最后一行是新加的`,
    ),
  ]
}

function activityFiles(answers: AnswersOf<'activity'>, { folder, content }: Surroundings): DraftFile[] {
  const { kind: _, ...activity } = answers
  const year = Number(activity.heldOn.slice(0, 4))
  const owner = content.responsibilities[0]?.value.owner ?? content.site.owner
  return [
    extended(
      folder,
      `activities/${year}.yaml`,
      activityListHead(year, owner),
      activityText(activity),
      `${year}年活动记录，最后一条是新加的`,
    ),
  ]
}

function campaignFiles(answers: AnswersOf<'campaign'>, names: Names): DraftFile[] {
  const { id, title, asOf, citations } = answers
  const questions = { id, title, topic: answers.topics[0] ?? '', asOf, citations }
  return [
    created(`campaigns/${id}.md`, campaignDraft(answers, names), '活动页面、工具包和海报'),
    created(`banks/${id}.yaml`, questionsDraft(questions, names), '题目'),
  ]
}

function filesOf(answers: Answers, surroundings: Surroundings): DraftFile[] {
  const { content } = surroundings
  const names: Names = { topics: content.topics, laws: content.laws.map(({ value }) => value) }
  switch (answers.kind) {
    case 'explainer':
      return [created(`explainers/${answers.id}.md`, explainerDraft(answers, names), '办事解读')]
    case 'lesson':
      return [created(`lessons/${answers.id}.md`, lessonDraft(answers, names), '案例课')]
    case 'questions':
      return [created(`banks/${answers.id}.yaml`, questionsDraft(answers, names), '题目')]
    case 'responsibility':
      return responsibilityFiles(answers, surroundings)
    case 'activity':
      return activityFiles(answers, surroundings)
    case 'campaign':
      return campaignFiles(answers, names)
  }
}

function faultsOf<T>(result: ReadResult<T>): readonly Problem[] {
  return 'problems' in result ? result.problems : []
}

const PAGES: Readonly<Record<string, z.ZodMiniType>> = {
  explainers: ExplainerFrontMatterSchema,
  lessons: LessonFrontMatterSchema,
  campaigns: CampaignFrontMatterSchema,
  documents: DocumentFrontMatterSchema,
}
const DATA: Readonly<Record<string, z.ZodMiniType>> = {
  banks: QuestionFileSchema,
  responsibilities: ResponsibilityListSchema,
  activities: ActivityListSchema,
}

/** What a reader of the content would refuse in a draft. */
export function refusedIn({ path, text }: Pick<DraftFile, 'path' | 'text'>): readonly Problem[] {
  const [column = ''] = path.split('/')
  if (typeof text !== 'string') return []
  const [page, data] = [PAGES[column], DATA[column]]
  if (page !== undefined) return faultsOf(readMarkdown(`content/${path}`, text, page))
  if (data !== undefined) return faultsOf(readYaml(`content/${path}`, text, data))
  throw new Error(`no schema for ${path}`)
}

/**
 * The files of a draft, complete and readable.
 *
 * @throws {ProblemsError} when a file would not be readable, which can only come from an existing file whose list isn't its end
 */
export function draftFiles(answers: Answers, surroundings: Surroundings): DraftFile[] {
  const files = filesOf(answers, surroundings)
  assertNoProblems(files.flatMap(refusedIn))
  return files
}
