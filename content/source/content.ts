import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as z from 'zod/mini'
import * as zod from 'zod/mini'
import { type ActivityList, ActivityListSchema } from '../domain/activity.ts'
import { type Assessment, AssessmentFileSchema } from '../domain/assessment.ts'
import { RuleFileSchema, type RuleSet } from '../domain/calculators/rule.ts'
import { type Campaign, CampaignFrontMatterSchema } from '../domain/campaign.ts'
import { type CaseBatch, CaseBatchFileSchema } from '../domain/case-batch.ts'
import { DocumentFrontMatterSchema, type NormativeDocument } from '../domain/document.ts'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { EnglishExplainerFrontMatterSchema, type Explainer, ExplainerFrontMatterSchema } from '../domain/explainer.ts'
import { type Glossary, GlossarySchema } from '../domain/glossary.ts'
import { type Law, LawFileSchema } from '../domain/law.ts'
import { type LecturerList, LecturerListSchema } from '../domain/lecturer.ts'
import { type Lesson, LessonFrontMatterSchema } from '../domain/lesson.ts'
import { type NoticeList, NoticeListSchema } from '../domain/notice.ts'
import { isPublished, type Published, publishedOn } from '../domain/publication.ts'
import { type QuestionFile, QuestionFileSchema } from '../domain/question-file.ts'
import { type Remedy, RemedyFileSchema } from '../domain/remedy.ts'
import { type ResponsibilityList, ResponsibilityListSchema } from '../domain/responsibility.ts'
import { type Site, SiteSchema } from '../domain/site.ts'
import { type Topic, TopicsSchema } from '../domain/topic.ts'
import { type TraditionalTerms, TraditionalTermsSchema } from '../domain/traditional-terms.ts'
import { type Unit, UnitSchema } from '../domain/unit.ts'
import { type MarkdownFile, type ReadResult, readMarkdown, readYaml, type SourceFile } from './source-file.ts'

/**
 * Reads everything in `content/` once, for the pages, the checks and the worker's banks alike.
 */

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
  readonly explainers: readonly SourcedPage<Explainer>[]
  /** English texts of some explainers, with the ids of the Chinese ones. */
  readonly englishExplainers: readonly SourcedPage<Explainer>[]
  readonly lessons: readonly SourcedPage<Lesson>[]
  readonly campaigns: readonly SourcedPage<Campaign>[]
  readonly remedies: readonly Sourced<Remedy>[]
  readonly glossary: Sourced<Glossary>
  readonly lecturers: Sourced<LecturerList>
  readonly documents: readonly SourcedPage<NormativeDocument>[]
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
  /** Rules of the calculators; the file's name is the calculator. */
  readonly rules: readonly Sourced<RuleSet>[]
  readonly traditionalTerms: Sourced<TraditionalTerms>
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
  const files = (name: string, ending: string) => {
    const path = join(folder, name)
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter((file) => file.endsWith(ending) && file !== 'README.md')
      .sort()
      .map((file) => ({
        id: basename(file, ending),
        path: `content/${name}/${file}`,
        // Editors on Windows may put a byte order mark before the text.
        text: readFileSync(join(path, file), 'utf8').replace(/^\uFEFF/, ''),
      }))
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
  const single = <T>(file: string, schema: z.ZodMiniType<T[]>): T[] =>
    take(readYaml(`content/${file}`, readFileSync(join(folder, file), 'utf8'), schema)).flatMap(({ data }) => data)

  const [site] = take(readYaml('content/site.yaml', readFileSync(join(folder, 'site.yaml'), 'utf8'), SiteSchema))
  const whole = <T>(file: string, schema: z.ZodMiniType<T>): Sourced<T>[] =>
    take(readYaml(`content/${file}`, readFileSync(join(folder, file), 'utf8'), schema)).map(({ data, source }) => ({
      value: data,
      source,
    }))
  const [glossary] = whole('glossary.yaml', GlossarySchema)
  const [lecturers] = whole('lecturers.yaml', LecturerListSchema)
  const [traditionalTerms] = whole('traditional-terms.yaml', TraditionalTermsSchema)
  const content: Omit<Content, 'site' | 'glossary' | 'lecturers' | 'traditionalTerms'> = {
    topics: single('topics.yaml', TopicsSchema),
    units: single('units.yaml', zod.array(UnitSchema)),
    laws: yaml('laws', LawFileSchema, (id, data) => ({ ...data, id })),
    explainers: pages('explainers', ExplainerFrontMatterSchema),
    englishExplainers: pages('explainers/en', EnglishExplainerFrontMatterSchema),
    lessons: pages('lessons', LessonFrontMatterSchema),
    campaigns: pages('campaigns', CampaignFrontMatterSchema),
    remedies: dated('remedies', RemedyFileSchema),
    documents: pages('documents', DocumentFrontMatterSchema),
    caseBatches: dated('cases', CaseBatchFileSchema).sort((a, b) => a.value.batch - b.value.batch),
    notices: yaml('notices', NoticeListSchema, (_, data) => data).reverse(),
    responsibilities: yaml('responsibilities', ResponsibilityListSchema, (_, data) => data).reverse(),
    activities: yaml('activities', ActivityListSchema, (_, data) => data).reverse(),
    questionFiles: released(yaml('banks', QuestionFileSchema, (_, data) => data)),
    assessments: yaml('assessments', AssessmentFileSchema, (id, data) => ({ ...data, id })),
    rules: dated('rules', RuleFileSchema),
    templates: yaml('assessments/templates', AssessmentFileSchema, (id, data) => ({ ...data, id })),
  }
  if (
    problems.length > 0 ||
    site === undefined ||
    glossary === undefined ||
    lecturers === undefined ||
    traditionalTerms === undefined
  )
    throw new ProblemsError(problems)
  return { site: site.data, glossary, lecturers, traditionalTerms, ...content }
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
