import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as z from 'zod/mini'
import * as zod from 'zod/mini'
import { type ActivityList, ActivityListSchema } from '../domain/activity.ts'
import { type Assessment, AssessmentFileSchema } from '../domain/assessment.ts'
import { RuleFileSchema, type RuleSet } from '../domain/calculators/rule.ts'
import { type Campaign, CampaignFrontMatterSchema } from '../domain/campaign.ts'
import { type CaseBatch, CaseBatchFileSchema } from '../domain/case-batch.ts'
import { type CleanUp, CleanUpFileSchema } from '../domain/clean-up.ts'
import { type Clocks, ClocksSchema } from '../domain/clock.ts'
import { type DecisionList, DecisionListSchema } from '../domain/decision.ts'
import { DocumentFrontMatterSchema, type NormativeDocument } from '../domain/document.ts'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { EnglishExplainerFrontMatterSchema, type Explainer, ExplainerFrontMatterSchema } from '../domain/explainer.ts'
import { type Glossary, GlossarySchema } from '../domain/glossary.ts'
import { type Law, LawFileSchema } from '../domain/law.ts'
import { type LawDate, LawDatesSchema } from '../domain/law-dates.ts'
import { type LawField, LawFieldsSchema } from '../domain/law-field.ts'
import { type LawWords, LawWordsSchema } from '../domain/law-words.ts'
import { type LecturerList, LecturerListSchema } from '../domain/lecturer.ts'
import { type Lesson, LessonFrontMatterSchema } from '../domain/lesson.ts'
import { type NoticeList, NoticeListSchema } from '../domain/notice.ts'
import { isPublished, type Published, publishedOn } from '../domain/publication.ts'
import { type QuestionFile, QuestionFileSchema } from '../domain/question-file.ts'
import { type Remedy, RemedyFileSchema } from '../domain/remedy.ts'
import { type ResponsibilityList, ResponsibilityListSchema } from '../domain/responsibility.ts'
import { type LawReviews, ReviewFileSchema } from '../domain/review.ts'
import { type Site, SiteSchema } from '../domain/site.ts'
import { type Synonyms, SynonymsSchema } from '../domain/synonyms.ts'
import { type Topic, TopicsSchema } from '../domain/topic.ts'
import { type TraditionalTerms, TraditionalTermsSchema } from '../domain/traditional-terms.ts'
import { type Unit, UnitSchema } from '../domain/unit.ts'
import { fileText } from './file-text.ts'
import { type MarkdownFile, type ReadResult, readMarkdown, readYaml, type SourceFile } from './source-file.ts'

/**
 * Reads everything in `content/` once, for the pages, the checks and the worker's banks alike.
 */

/** Names of files are parts of addresses. */
const FILE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MISNAMED = {
  fault: '文件名只能用小写英文字母、数字和短横线。',
  fix: '改文件名，例如 wages-2026；复制出来备用的，移到 content 文件夹外面。',
}

/** A value with the file it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly source: SourceFile
}

/** A page with a Markdown body and a way back to its lines. */
export interface SourcedPage<T> extends Sourced<T> {
  placeInBody(offset: number): string
}

/** All content, in the order of the file names. */
export interface Content {
  readonly site: Site
  readonly topics: readonly Topic[]
  readonly units: readonly Unit[]
  readonly laws: readonly Sourced<Law>[]
  /** Fields that the list of laws is grouped by. */
  readonly lawFields: readonly LawField[]
  /** Days of effect of imported texts whose sources don't state them. */
  readonly lawDates: readonly LawDate[]
  readonly explainers: readonly SourcedPage<Explainer>[]
  /** English texts of some explainers, with the ids of the Chinese ones. */
  readonly englishExplainers: readonly SourcedPage<Explainer>[]
  readonly lessons: readonly SourcedPage<Lesson>[]
  readonly campaigns: readonly SourcedPage<Campaign>[]
  readonly remedies: readonly Sourced<Remedy>[]
  readonly glossary: Sourced<Glossary>
  readonly lecturers: Sourced<LecturerList>
  readonly documents: readonly SourcedPage<NormativeDocument>[]
  /** Clean-up rounds of the documents, the oldest first. */
  readonly cleanUps: readonly Sourced<CleanUp>[]
  /** Ledgers of decisions of enforcement, the newest year first. */
  readonly decisions: readonly Sourced<DecisionList>[]
  /** How long the clocks in working days run. */
  readonly clocks: Sourced<Clocks>
  /** The oldest batch first. */
  readonly caseBatches: readonly Sourced<CaseBatch>[]
  /** Ledgers of notices, the newest year first. */
  readonly notices: readonly Sourced<NoticeList>[]
  /** The newest year first. */
  readonly responsibilities: readonly Sourced<ResponsibilityList>[]
  /** Records of activities, the newest year first. */
  readonly activities: readonly Sourced<ActivityList>[]
  readonly questionFiles: readonly Sourced<QuestionFile>[]
  readonly assessments: readonly Sourced<Assessment>[]
  /** Confirmations that content was read against a new text of a law; a file a law. */
  readonly reviews: readonly Sourced<LawReviews>[]
  /** Rules of the calculators; the file's name is the calculator. */
  readonly rules: readonly Sourced<RuleSet>[]
  readonly traditionalTerms: Sourced<TraditionalTerms>
  readonly synonyms: Sourced<Synonyms>
  /** The same for the words of the law. */
  readonly lawWords: Sourced<LawWords>
  /** Configurations of real exams and contests, to start new ones from; not opened by themselves. */
  readonly templates: readonly Sourced<Assessment>[]
}

/** Which pages are read. */
export interface Release {
  /** Pages to be published after this instant are left out; milliseconds since 1970 UTC. */
  readonly now: number
  /** Whether drafts and pages to come are read as well, for a preview. */
  readonly preview: boolean
}

/**
 * Reads and validates all files of a content folder.
 *
 * @param folder path of `content/`
 * @param release without it, what is published now
 * @throws {ProblemsError} with every problem of every file
 */
export function readContent(folder: string, release: Release = { now: Date.now(), preview: false }): Content {
  const problems: Problem[] = []
  const take = <T>(result: ReadResult<T>): T[] => {
    if ('value' in result) return [result.value]
    problems.push(...result.problems)
    return []
  }
  const textOf = (path: string): string[] => {
    const read = fileText(join(folder, path), `content/${path}`)
    if ('text' in read) return [read.text]
    problems.push(...read.problems)
    return []
  }
  const files = (name: string, ending: string) => {
    const path = join(folder, name)
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter((file) => file.endsWith(ending) && file !== 'README.md')
      .sort()
      .filter((file) => {
        const isNamed = FILE_NAME.test(basename(file, ending))
        if (!isNamed) problems.push({ place: `content/${name}/${file}`, ...MISNAMED })
        return isNamed
      })
      .flatMap((file) =>
        textOf(`${name}/${file}`).map((text) => ({
          id: basename(file, ending),
          path: `content/${name}/${file}`,
          text,
        })),
      )
  }
  const yaml = <T, V>(name: string, schema: z.ZodMiniType<T>, make: (id: string, data: T) => V): Sourced<V>[] =>
    files(name, '.yaml').flatMap(({ id, path, text }) =>
      take(readYaml(path, text, schema)).map(({ data, source }) => ({ value: make(id, data), source })),
    )
  const released = <T extends Sourced<{ publishAt?: string; draft: boolean }>>(items: T[]): T[] =>
    items.filter(({ value }) => release.preview || isPublished(value, release.now))
  const pages = <T extends Dated>(name: string, schema: z.ZodMiniType<T>) =>
    released(
      files(name, '.md').flatMap(({ id, path, text }) =>
        take(readMarkdown(path, text, schema)).map((file) => sourcedPage(id, file)),
      ),
    )
  const dated = <T extends Dated>(name: string, schema: z.ZodMiniType<T>) =>
    released(yaml(name, schema, (id, data) => ({ ...data, id, publishedOn: publishedOn(data.publishAt) })))
  const whole = <T>(file: string, schema: z.ZodMiniType<T>): Sourced<T>[] =>
    textOf(file)
      .flatMap((text) => take(readYaml(`content/${file}`, text, schema)))
      .map(({ data, source }) => ({ value: data, source }))
  const single = <T>(file: string, schema: z.ZodMiniType<T[]>): T[] => whole(file, schema).flatMap(({ value }) => value)
  const [site] = whole('site.yaml', SiteSchema)
  const [glossary] = whole('glossary.yaml', GlossarySchema)
  const [lecturers] = whole('lecturers.yaml', LecturerListSchema)
  const [traditionalTerms] = whole('traditional-terms.yaml', TraditionalTermsSchema)
  const [synonyms] = whole('synonyms.yaml', SynonymsSchema)
  const [lawWords] = whole('law-words.yaml', LawWordsSchema)
  const [clocks] = whole('clocks.yaml', ClocksSchema)
  const content: Omit<
    Content,
    'site' | 'glossary' | 'lecturers' | 'traditionalTerms' | 'synonyms' | 'lawWords' | 'clocks'
  > = {
    topics: single('topics.yaml', TopicsSchema),
    units: single('units.yaml', zod.array(UnitSchema)),
    laws: yaml('laws', LawFileSchema, (id, data) => ({ ...data, id })),
    lawFields: single('law-fields.yaml', LawFieldsSchema),
    lawDates: single('law-dates.yaml', LawDatesSchema),
    explainers: pages('explainers', ExplainerFrontMatterSchema),
    englishExplainers: pages('explainers/en', EnglishExplainerFrontMatterSchema),
    lessons: pages('lessons', LessonFrontMatterSchema),
    campaigns: pages('campaigns', CampaignFrontMatterSchema),
    remedies: dated('remedies', RemedyFileSchema),
    documents: pages('documents', DocumentFrontMatterSchema),
    cleanUps: dated('clean-ups', CleanUpFileSchema).sort((a, b) => a.value.asOf.localeCompare(b.value.asOf)),
    decisions: yaml('decisions', DecisionListSchema, (_, data) => data).reverse(),
    caseBatches: dated('cases', CaseBatchFileSchema).sort((a, b) => a.value.batch - b.value.batch),
    notices: yaml('notices', NoticeListSchema, (_, data) => data).reverse(),
    responsibilities: yaml('responsibilities', ResponsibilityListSchema, (_, data) => data).reverse(),
    activities: yaml('activities', ActivityListSchema, (_, data) => data).reverse(),
    questionFiles: released(yaml('banks', QuestionFileSchema, (_, data) => data)),
    assessments: yaml('assessments', AssessmentFileSchema, (id, data) => ({ ...data, id })),
    reviews: yaml('reviews', ReviewFileSchema, (id, data) => ({ ...data, id })),
    rules: dated('rules', RuleFileSchema),
    templates: yaml('assessments/templates', AssessmentFileSchema, (id, data) => ({ ...data, id })),
  }
  if (
    problems.length > 0 ||
    site === undefined ||
    glossary === undefined ||
    lecturers === undefined ||
    traditionalTerms === undefined ||
    synonyms === undefined ||
    lawWords === undefined ||
    clocks === undefined
  )
    throw new ProblemsError(problems)
  return { site: site.value, glossary, lecturers, traditionalTerms, synonyms, lawWords, clocks, ...content }
}

interface Dated {
  readonly publishAt: string
  readonly draft: boolean
}

function sourcedPage<T extends Dated>(
  id: string,
  { data, body, source, placeInBody }: MarkdownFile<T>,
): SourcedPage<T & Published & { id: string; body: string }> {
  return { value: { ...data, id, body, publishedOn: publishedOn(data.publishAt) }, source, placeInBody }
}
