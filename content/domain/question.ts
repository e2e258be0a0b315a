import * as z from 'zod/mini'
import { contentHash } from './content-hash.ts'
import { IsoDateSchema } from './dates.ts'
import type { Fault } from './errors.ts'
import { GroupSchema, QuestionIdSchema, type QuestionType, QuestionTypeSchema } from './question-parts.ts'
import { SetAsideSchema } from './set-aside.ts'

/**
 * Questions and the banks they live in.
 *
 * Types and marking vary as in the exams listed in `assessments/`: 单选, 多选, 不定项, 判断, 填空 and 案例
 * (a shared stem with sub-questions).
 */

/** 1 easy, 2 medium, 3 hard. */
export const DifficultySchema = z.literal([1, 2, 3])
export type Difficulty = z.output<typeof DifficultySchema>

/** Where a question may appear. Practice shows its key; contest and exam never before the result. */
export const UseSchema = z.enum(['practice', 'contest', 'exam'])
export type Use = z.output<typeof UseSchema>

/** One option: its letter and its text. */
export const OptionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[A-Z]$/)),
  text: z.string().check(z.minLength(1), z.maxLength(500)),
})
export type Option = z.output<typeof OptionSchema>

/**
 * A question as papers use it. Sub-questions of a case are flat, each with its `group`.
 *
 * `key` holds option ids; for fill-in it holds every accepted answer.
 */
export const QuestionSchema = z
  .strictObject({
    id: QuestionIdSchema,
    type: QuestionTypeSchema,
    stem: z.string().check(z.minLength(2), z.maxLength(4000)),
    /** Two to twelve options; none for fill-in. */
    options: z.array(OptionSchema).check(z.maxLength(12)),
    /** Right option ids in the order of the options, or the accepted answers of a fill-in. */
    key: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(24)),
    /** Options keep their order, because it carries meaning (以上都对, true/false). */
    fixedOrder: z.boolean(),
    group: z.optional(GroupSchema),
    /** Why the key is right, in words that teach. Missing only in an unreviewed bank. */
    rationale: z.optional(z.string().check(z.minLength(4), z.maxLength(1000))),
    /** Law and article, for instance 《劳动合同法》第三十八条. Empty only in an unreviewed bank. */
    citations: z.array(z.string()),
    difficulty: z.optional(DifficultySchema),
    topics: z.array(z.string()),
    uses: z.array(UseSchema),
    /** When it isn't drawn into new papers, because the law that it cites is another then. */
    setAside: z.optional(z.array(SetAsideSchema)),
  })
  .check(
    z.refine((question) => questionFaults(question).length === 0, {
      error: (issue) =>
        questionFaults(issue.input as QuestionShape)
          .map(({ english }) => english)
          .join(' '),
    }),
  )
export type Question = z.output<typeof QuestionSchema>
type QuestionShape = Pick<Question, 'type' | 'options' | 'key'>

const ONE_KEY: Readonly<Partial<Record<QuestionType, readonly [chinese: string, english: string]>>> = {
  single: ['单选题', 'single-choice'],
  'true-false': ['判断题', 'true/false'],
}

/**
 * What contradicts itself in a question. Empty when the question can be asked.
 *
 * @example questionFaults({ type: 'single', options: […A, B…], key: ['A', 'B'] })[0]?.fault // '单选题只能有1个答案，这里有2个：“A、B”。'
 */
export function questionFaults({ type, options, key }: QuestionShape): Fault[] {
  const faults: Fault[] = []
  const ids = options.map((option) => option.id)
  if (type === 'fill-in') {
    if (ids.length > 0) {
      faults.push({
        english: 'A fill-in question has no options.',
        fault: `填空题不能有选项，这里有${ids.length}个。`,
        fix: '删去 options，或者改成选择题，例如 type: single。',
      })
    }
    return faults
  }
  if (ids.length < 2) {
    faults.push({
      english: `A question of choice needs at least two options; this has ${ids.length}.`,
      fault: `选择题至少要有2个选项，这里有${ids.length}个。`,
      fix: '补上选项，例如 options: [一个月, 两个月]。',
    })
  }
  if (new Set(ids).size !== ids.length) {
    faults.push({
      english: 'Two options have the same letter.',
      fault: `有两个选项用了同一个字母：“${ids.join('、')}”。`,
      fix: '从 A 起按顺序给每个选项一个字母。',
    })
  }
  const texts = options.map((option) => option.text.trim())
  const twice = texts.find((text, index) => texts.indexOf(text) !== index)
  if (twice !== undefined) {
    faults.push({
      english: 'Two options have the same text.',
      fault: `有两个选项的文字一样：“${twice}”。`,
      fix: '改掉其中一个。',
    })
  }
  const unknown = key.filter((id) => !ids.includes(id))
  if (unknown.length > 0) {
    faults.push({
      english: `${unknown.map((id) => `"${id}"`).join(', ')} is not an option.`,
      fault: `答案里的“${unknown.join('、')}”不是选项。`,
      fix: `答案（key）写选项的字母，这道题的选项是 ${ids.join('、')}。`,
    })
  }
  if (new Set(key).size !== key.length) {
    faults.push({
      english: 'The key names an option twice.',
      fault: `答案里同一个选项写了两次：“${key.join('、')}”。`,
      fix: '每个正确的选项只写一次，例如 key: [A, C]。',
    })
  }
  const one = ONE_KEY[type]
  if (one !== undefined && key.length !== 1) {
    const [chinese, english] = one
    faults.push({
      english: `A ${english} question has exactly one key; this has ${key.length}.`,
      fault: `${chinese}只能有1个答案，这里有${key.length}个：“${key.join('、')}”。`,
      fix: '只留一个答案，或者改成多选题（type: multiple）。',
    })
  }
  if (type === 'multiple' && key.length < 2) {
    faults.push({
      english: 'A multiple-choice question has at least two keys; make it single or indeterminate.',
      fault: `多选题至少要有2个答案，这里只有“${key.join('、')}”。`,
      fix: '补上漏掉的答案，例如 key: [A, C]；真的只有一个，就改成 type: single（单选）或者 type: indeterminate（不定项）。',
    })
  }
  return faults
}

// 以上 after a word or a figure is a bound (三年以上), not a reference to other options.
const ORDER_MATTERS =
  /(?:^|[^\p{L}\p{N}%％])以上|上述|前述|都对|都正确|均正确|都不对|均不正确|[A-L]\s*[、和与及]\s*[A-L]|选项[A-L]/u

/**
 * Whether options refer to each other or to their place (以上都对, A和B), so that shuffling would change the sense.
 */
export function orderCarriesMeaning(options: readonly Pick<Option, 'text'>[]): boolean {
  return options.some((option) => ORDER_MATTERS.test(option.text))
}

/** Options of every true/false question, always in this order. */
export const TRUE_FALSE_OPTIONS: readonly Option[] = [
  { id: 'A', text: '正确' },
  { id: 'B', text: '错误' },
]

/** An immutable version of a bank; `id` is the hash of its content (see `bankVersionId`). */
export const BankVersionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  /** False for an import without rationale and citation: only a contest that allows it may draw from it. */
  reviewed: z.boolean(),
  /** The day whose law the questions are right for. */
  asOf: IsoDateSchema,
  questions: z.array(QuestionSchema).check(z.minLength(1), z.maxLength(20_000)),
})
export type BankVersion = z.output<typeof BankVersionSchema>

/**
 * What a published question lacks: citation, rationale, difficulty, topics, uses. Empty when it may be published.
 */
export function missingForPublication(question: Question): string[] {
  const missing: string[] = []
  if (question.citations.length === 0) missing.push('citations')
  if (question.rationale === undefined) missing.push('rationale')
  if (question.difficulty === undefined) missing.push('difficulty')
  if (question.topics.length === 0) missing.push('topics')
  if (question.uses.length === 0) missing.push('uses')
  return missing
}

/** The id of a bank version: the hash of its content (see `contentHash`). */
export function bankVersionId({ title, reviewed, asOf, questions }: Omit<BankVersion, 'id'>): Promise<string> {
  return contentHash([title, reviewed, asOf, questions])
}
