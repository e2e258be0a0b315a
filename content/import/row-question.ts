import { contentDigest } from '../domain/content-hash.ts'
import type { Problem } from '../domain/errors.ts'
import { type Difficulty, type Option, type Question, QuestionSchema, questionFaults } from '../domain/question.ts'
import { issueTexts } from '../source/issue-text.ts'
import { cleanText } from './cell-text.ts'
import type { QuestionRow } from './question-table.ts'
import { choiceOf } from './row-choice.ts'
import { RowFaults } from './row-faults.ts'

/** One row of a file → one question, or everything that is wrong with the row. */

const STEM_LIMIT = 4000
const RATIONALE_LIMIT = 1000
const RATIONALE_LEAST = 4
const FILE_PART = 35

/** The words for each difficulty. */
const DIFFICULTIES: readonly (readonly [Difficulty, string])[] = [
  [1, '1 易 容易 较易 简单 低 初级 ★ ☆'],
  [2, '2 中 中等 一般 适中 普通 中级 ★★ ☆☆'],
  [3, '3 难 较难 困难 高 高级 ★★★ ☆☆☆'],
]

/** `mcq-sing-cpa-0f3a91c2b4d5`: the file's name, and a hash, so that what is written again gets the same id. */
async function idOf(file: string, content: unknown): Promise<string> {
  const name = file.replace(/^.*[/\\]|\.(?:csv|xlsx|txt|docx)$/gi, '').toLowerCase()
  const slug = name
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, FILE_PART)
    .replace(/-+$/, '')
  const kind = /\.(xlsx|txt|docx)$/i.exec(file)?.[1]?.toLowerCase() ?? 'csv'
  return `${slug || kind}-${(await contentDigest(JSON.stringify(content))).slice(0, 12)}`
}

/** The hash of stem and options, so that a corrected key keeps the id; of a sub-question with the story that it belongs to. */
function identityOf(stem: string, options: readonly Option[], story: string): readonly unknown[] {
  const own = [stem, options.map(({ text }) => text)]
  return story === '' ? own : [story, ...own]
}

function rationaleOf(faults: RowFaults): string | undefined {
  const text = faults.text('rationale', RATIONALE_LIMIT)
  if (/^(?:略|无|暂无|[-—/]*)。?$/.test(text)) return undefined
  if (text.length < RATIONALE_LEAST) {
    faults.add('rationale', `解析“${text}”太短，最少${RATIONALE_LEAST}个字。`, '写清为什么，或者删空。')
  }
  return text
}

function difficultyOf(row: QuestionRow, faults: RowFaults): Difficulty | undefined {
  const word = cleanText(row.cells.get('difficulty') ?? '')
    .normalize('NFKC')
    .replace(/\s|(?<=.)[度级]$/g, '')
  if (word === '') return undefined
  const found = DIFFICULTIES.find(([, words]) => words.split(' ').some((known) => known.replace(/级$/, '') === word))
  if (found === undefined) faults.add('difficulty', `“${word.slice(0, 20)}”不是难度。`, '写易、中、难，或者1、2、3。')
  return found?.[0]
}

/** Left out of the object when there is none, because the schemas know no undefined. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}

/**
 * Reads one row.
 *
 * @param file its name, a part of the id
 * @returns the question, or all that is wrong with the row
 */
export async function rowQuestion(file: string, row: QuestionRow): Promise<Question | readonly Problem[]> {
  const faults = new RowFaults(row)
  const stem = faults.text('stem', STEM_LIMIT)
  if (stem.length < 2) {
    faults.add(
      'stem',
      stem === '' ? '没有写题干。' : `题干只有一个字：“${stem}”。`,
      '写上要问的问题，例如 试用期最长几个月？',
    )
  }
  const story = faults.text('case', STEM_LIMIT)
  const rationale = rationaleOf(faults)
  const difficulty = difficultyOf(row, faults)
  const choice = choiceOf(row, faults)
  if (choice === null || faults.problems.length > 0) return faults.problems
  const group = story === '' ? undefined : { id: await idOf(file, [story]), stem: story }
  const question = {
    id: await idOf(file, identityOf(stem, choice.options, story)),
    stem,
    ...choice,
    ...given('group', group),
    ...given('rationale', rationale),
    citations: [],
    ...given('difficulty', difficulty),
    topics: [],
    uses: ['contest'],
  }
  const parsed = QuestionSchema.safeParse(question, { reportInput: true })
  if (parsed.success) return parsed.data
  return [
    ...questionFaults(choice),
    ...issueTexts(
      parsed.error.issues.filter(({ code }) => code !== 'custom'),
      QuestionSchema,
      question,
    ),
  ].map(({ fault, fix }) => ({ place: row.place, fault, fix }))
}
