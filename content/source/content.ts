import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as z from 'zod/mini'
import * as zod from 'zod/mini'
import { type Assessment, AssessmentFileSchema } from '../domain/assessment.ts'
import { type Campaign, CampaignFrontMatterSchema } from '../domain/campaign.ts'
import { assertNoProblems, type Problem } from '../domain/errors.ts'
import { type Explainer, ExplainerFrontMatterSchema } from '../domain/explainer.ts'
import { type Law, LawFileSchema } from '../domain/law.ts'
import { type Lesson, LessonFrontMatterSchema } from '../domain/lesson.ts'
import { type QuestionFile, QuestionFileSchema } from '../domain/question-file.ts'
import { type ResponsibilityList, ResponsibilityListSchema } from '../domain/responsibility.ts'
import { type Topic, TopicsSchema } from '../domain/topic.ts'
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
  readonly topics: readonly Topic[]
  readonly units: readonly Unit[]
  readonly laws: readonly Sourced<Law>[]
  readonly explainers: readonly SourcedPage<Explainer>[]
  readonly lessons: readonly SourcedPage<Lesson>[]
  readonly campaigns: readonly SourcedPage<Campaign>[]
  /** The newest year first. */
  readonly responsibilities: readonly Sourced<ResponsibilityList>[]
  readonly questionFiles: readonly Sourced<QuestionFile>[]
  readonly assessments: readonly Sourced<Assessment>[]
  /** Configurations of real exams and contests, to start new ones from; not opened by themselves. */
  readonly templates: readonly Sourced<Assessment>[]
}

/**
 * Reads and validates all files of a content folder.
 *
 * @param folder path of `content/`
 * @throws {ProblemsError} with every problem of every file
 */
export function readContent(folder: string): Content {
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
        text: readFileSync(join(path, file), 'utf8'),
      }))
  }
  const yaml = <T, V>(name: string, schema: z.ZodMiniType<T>, make: (id: string, data: T) => V): Sourced<V>[] =>
    files(name, '.yaml').flatMap(({ id, path, text }) =>
      take(readYaml(path, text, schema)).map(({ data, source }) => ({ value: make(id, data), source })),
    )
  const pages = <T>(name: string, schema: z.ZodMiniType<T>) =>
    files(name, '.md').flatMap(({ id, path, text }) =>
      take(readMarkdown(path, text, schema)).map((file) => sourcedPage(id, file)),
    )
  const single = <T>(file: string, schema: z.ZodMiniType<T[]>): T[] =>
    take(readYaml(`content/${file}`, readFileSync(join(folder, file), 'utf8'), schema)).flatMap(({ data }) => data)

  const content: Content = {
    topics: single('topics.yaml', TopicsSchema),
    units: single('units.yaml', zod.array(UnitSchema)),
    laws: yaml('laws', LawFileSchema, (id, data) => ({ ...data, id })),
    explainers: pages('explainers', ExplainerFrontMatterSchema),
    lessons: pages('lessons', LessonFrontMatterSchema),
    campaigns: pages('campaigns', CampaignFrontMatterSchema),
    responsibilities: yaml('responsibilities', ResponsibilityListSchema, (_, data) => data).reverse(),
    questionFiles: yaml('banks', QuestionFileSchema, (_, data) => data),
    assessments: yaml('assessments', AssessmentFileSchema, (id, data) => ({ ...data, id })),
    templates: yaml('assessments/templates', AssessmentFileSchema, (id, data) => ({ ...data, id })),
  }
  assertNoProblems(problems)
  return content
}

function sourcedPage<T>(
  id: string,
  { data, body, source, placeInBody }: MarkdownFile<T>,
): SourcedPage<T & { id: string; body: string }> {
  return { value: { ...data, id, body }, source, placeInBody }
}
