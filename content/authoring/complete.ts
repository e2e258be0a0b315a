import type * as z from 'zod/mini'
import { addDays } from '../domain/calendar.ts'
import { indexLaws, isResolved, parseCitation, resolveCitation } from '../domain/citation.ts'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { type Answers, AnswersSchema } from './answers.ts'
import type { Surroundings } from './drafts.ts'
import { freeId } from './ids.ts'
import { KIND_TEXTS, type Kind } from './kinds.ts'

/** Answers made complete with what is usual, and compared with the content that is there. */

/** Ids that a new file of a kind can't have. */
export function takenIds(kind: Kind, content: Content): Set<string> {
  const ids = (items: readonly { value: { id: string } }[]) => items.map(({ value }) => value.id)
  const banks = content.questionFiles.map(({ source }) => source.path.replace(/^.*\/|\.yaml$/g, ''))
  switch (kind) {
    case 'explainer':
      return new Set(ids(content.explainers))
    case 'lesson':
      return new Set(ids(content.lessons))
    case 'questions':
      return new Set(banks)
    case 'campaign':
      return new Set([...ids(content.campaigns), ...banks])
    case 'responsibility':
      return new Set(content.responsibilities.flatMap(({ value }) => value.rows.map(({ id }) => id)))
    case 'activity':
      return new Set(content.activities.flatMap(({ value }) => value.activities.map(({ id }) => id)))
  }
}

/** Offices that draft and review pages, the busiest first. */
export function usualOffices(content: Content): { drafters: string[]; reviewers: string[] } {
  const pages = [...content.explainers, ...content.lessons, ...content.campaigns].map(({ value }) => value)
  const counted = (names: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  }
  return {
    drafters: counted(pages.map((page) => page.drafter)),
    reviewers: counted(pages.map((page) => page.reviewer)),
  }
}

/** Topics that have questions for practice; only these can be named in a kit. */
export function practisedTopics(content: Content): Set<string> {
  return new Set(
    content.questionFiles
      .filter(({ value }) => value.questions.some(({ uses }) => uses.includes('practice')))
      .map(({ value }) => value.topic),
  )
}

/** What an answer is when nobody gives one. */
export function usualAnswers(
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
  { content, today }: Surroundings,
): Record<string, unknown> {
  const topic = [given['topics'], given['topic']].flat().find((value) => typeof value === 'string')
  const topics = [topic ?? content.topics[0]?.id ?? '']
  const { drafters, reviewers } = usualOffices(content)
  const drafter = typeof given['drafter'] === 'string' ? given['drafter'] : (drafters[0] ?? content.site.owner)
  const law = content.laws[0]?.value.id ?? ''
  const id = freeId(`${topics[0]}-${today.slice(0, 4)}`, takenIds(kind, content))
  const title = `新的${KIND_TEXTS[kind].name}`
  const page = {
    id,
    title,
    keywords: [],
    topics,
    asOf: today,
    publishAt: `${today} 09:00`,
    drafter,
    reviewer: reviewers.find((office) => office !== drafter) ?? '',
    citations: [],
  }
  const office = { lead: drafter, cooperating: [], audience: ['劳动者'], measures: ['到现场讲一次法律，并当场答疑。'] }
  switch (kind) {
    case 'explainer':
      return page
    case 'lesson':
      return { ...page, minutes: 5 }
    case 'questions':
      return { id, title, topic: topics[0], asOf: today, citations: [] }
    case 'responsibility':
      return { id, laws: [law], ...office, dueOn: `${today.slice(0, 4)}-12-31` }
    case 'activity':
      return { id, title, heldOn: today, laws: [law] }
    case 'campaign':
      return {
        ...page,
        startsOn: addDays(today, 7),
        endsOn: addDays(today, 13),
        owner: content.campaigns[0]?.value.owner ?? content.site.owner,
        settings: ['社区'],
        handouts: content.explainers.slice(0, 1).map(({ value }) => `explainers/${value.id}`),
      }
  }
}

function unknownNames(answers: Answers, { content, today }: Surroundings): Problem[] {
  const problems: Problem[] = []
  const refuse = (place: string, fault: string, fix: string) => problems.push({ place, fault, fix })
  const known = (names: readonly string[], all: ReadonlySet<string>, place: string, what: string, fix: string) => {
    for (const name of names) if (!all.has(name)) refuse(place, `没有${what}“${name}”。`, fix)
  }
  const topics = new Set(content.topics.map(({ id }) => id))
  const laws = new Set(content.laws.map(({ value }) => value.id))
  if (takenIds(answers.kind, content).has(answers.id)) refuse('id', `编号“${answers.id}”已经有人用了。`, '换一个编号。')
  if ('topics' in answers) known(answers.topics, topics, 'topics', '主题', '用 content/topics.yaml 里的编号。')
  if ('topic' in answers) known([answers.topic], topics, 'topic', '主题', '用 content/topics.yaml 里的编号。')
  if ('laws' in answers) known(answers.laws, laws, 'laws', '法律', '用 content/laws/ 里的文件名，不带 .yaml。')
  if ('citations' in answers) {
    const index = indexLaws(content.laws.map(({ value }) => value))
    for (const text of answers.citations) {
      const ref = parseCitation(text)
      const found = ref === null ? null : resolveCitation(index, ref, answers.asOf)
      if (found !== null && !isResolved(found)) refuse('citations', found.fault, found.fix)
    }
  }
  if (answers.kind === 'campaign') {
    const pages = new Set([
      ...content.explainers.map(({ value }) => `explainers/${value.id}`),
      ...content.lessons.map(({ value }) => `lessons/${value.id}`),
    ])
    known(answers.handouts, pages, 'handouts', '材料', '写 explainers/文件名 或者 lessons/文件名。')
    const contests = new Set(content.assessments.map(({ value }) => value.id))
    known(
      answers.assessment === undefined ? [] : [answers.assessment],
      contests,
      'assessment',
      '竞赛',
      '用 content/assessments/ 里的文件名。',
    )
  }
  if (answers.kind === 'responsibility') {
    const year = Number(answers.dueOn.slice(0, 4))
    const before = content.responsibilities.find(({ value }) => value.year === year - 1)?.value.rows ?? []
    const rows = new Set(before.map(({ id }) => id))
    known(
      answers.continues === undefined ? [] : [answers.continues],
      rows,
      'continues',
      '上一年的这一行',
      `用${year - 1}年清单里的编号。`,
    )
    if (answers.dueOn < today) refuse('dueOn', `${answers.dueOn} 已经过了。`, '写今天或者以后的日期。')
  }
  if (answers.kind === 'activity') {
    const year = Number(answers.heldOn.slice(0, 4))
    const list = content.responsibilities.find(({ value }) => value.year === year)?.value.rows ?? []
    const rows = new Set(list.map(({ id }) => id))
    known(
      answers.responsibility === undefined ? [] : [answers.responsibility],
      rows,
      'responsibility',
      '责任清单的这一行',
      `用${year}年清单里的编号。`,
    )
    if (answers.heldOn > today) refuse('heldOn', `${answers.heldOn} 还没有到。`, '活动办完以后再记。')
  }
  return problems
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path
  if (key === undefined || typeof value !== 'object' || value === null) return value
  return valueAt(Reflect.get(value, key), rest)
}

/** What is wrong with an answer; the schemas say it where a form is asked for. */
function faultOf(issue: z.core.$ZodIssue, raw: unknown): string {
  if (issue.code === 'unrecognized_keys') return `不认识“${issue.keys.join('、')}”这一项。`
  if (valueAt(raw, issue.path) === undefined) return '没有写。'
  if (issue.code === 'invalid_value') return `只能是：${issue.values.map(String).join('、')}。`
  // A message of the schema's own says more than zod's.
  return /^(?:无效|Invalid)/.test(issue.message) ? '写的不是这一项要的内容。' : issue.message
}

/**
 * Answers with everything that is left out filled in.
 *
 * @param source where the answers come from, shown in problems
 * @throws {ProblemsError} with every answer that can't be used
 */
export function completeAnswers(
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
  source: string,
): Answers {
  const raw = { ...usualAnswers(kind, given, surroundings), ...given, kind }
  const parsed = AnswersSchema.safeParse(raw)
  if (!parsed.success) {
    throw new ProblemsError(
      parsed.error.issues.map((issue) => ({
        place: [source, ...issue.path.map(String)].join('，'),
        fault: faultOf(issue, raw),
        fix: '改正后重新运行。',
      })),
    )
  }
  const problems = unknownNames(parsed.data, surroundings)
  if (problems.length > 0) {
    throw new ProblemsError(problems.map((problem) => ({ ...problem, place: `${source}，${problem.place}` })))
  }
  return parsed.data
}
