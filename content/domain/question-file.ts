import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { DifficultySchema, orderCarriesMeaning, type Question, TRUE_FALSE_OPTIONS, UseSchema } from './question.ts'
import { QuestionIdSchema } from './question-parts.ts'
import type { SetAside } from './set-aside.ts'

/**
 * The form in which authors write questions (`content/banks/*.yaml`), and its translation to `Question`.
 *
 * Authors write options as a plain list; the letters A, B, C … follow from the order.
 */

const Stem = z.string().check(z.minLength(2), z.maxLength(4000))
const OptionTexts = z.array(z.string().check(z.minLength(1))).check(z.minLength(2), z.maxLength(12))
const Letter = z.string().check(z.regex(/^[A-L]$/))

const Common = {
  id: QuestionIdSchema,
  stem: Stem,
  rationale: z.string().check(z.minLength(4), z.maxLength(1000)),
}

const SingleSchema = z.strictObject({ ...Common, type: z.literal('single'), options: OptionTexts, key: Letter })
const SeveralSchema = z.strictObject({
  ...Common,
  type: z.enum(['multiple', 'indeterminate']),
  options: OptionTexts,
  key: z.array(Letter).check(z.minLength(1)),
})
const TrueFalseSchema = z.strictObject({ ...Common, type: z.literal('true-false'), key: z.boolean() })
const FillInSchema = z.strictObject({
  ...Common,
  type: z.literal('fill-in'),
  /** Every accepted answer; width, spaces and case don't matter. */
  key: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
})

const Published = {
  /** At least one, for instance 《劳动合同法》第三十八条. */
  citations: z.array(z.string()).check(z.minLength(1)),
  difficulty: DifficultySchema,
  uses: z.array(UseSchema).check(z.minLength(1)),
  /** The day whose law this key is right for, where it isn't that of the file: of a question about a law to come, its first day. */
  asOf: z.optional(IsoDateSchema),
}

const CaseSchema = z.strictObject({
  id: QuestionIdSchema,
  type: z.literal('case'),
  /** The story that all sub-questions share. */
  stem: Stem,
  questions: z
    .array(
      z.discriminatedUnion('type', [
        z.extend(SingleSchema, { citations: z.optional(Published.citations) }),
        z.extend(SeveralSchema, { citations: z.optional(Published.citations) }),
        z.extend(TrueFalseSchema, { citations: z.optional(Published.citations) }),
        z.extend(FillInSchema, { citations: z.optional(Published.citations) }),
      ]),
    )
    .check(z.minLength(2), z.maxLength(10)),
  ...Published,
})

/** One question as an author writes it. */
export const AuthoredQuestionSchema = z.discriminatedUnion('type', [
  z.extend(SingleSchema, Published),
  z.extend(SeveralSchema, Published),
  z.extend(TrueFalseSchema, Published),
  z.extend(FillInSchema, Published),
  CaseSchema,
])
export type AuthoredQuestion = z.output<typeof AuthoredQuestionSchema>

/** A file of questions on one topic. */
export const QuestionFileSchema = z.strictObject({
  title: z.string(),
  /** Id of a topic in `content/topics.yaml`; every question of the file has it. */
  topic: z.string(),
  /** The day whose law the keys are right for; citations resolve against it. */
  asOf: IsoDateSchema,
  /** A draft is in no bank but that of `npm run dev`. */
  draft: z.prefault(z.boolean(), false),
  questions: z.array(AuthoredQuestionSchema).check(z.minLength(1)),
})
export type QuestionFile = z.output<typeof QuestionFileSchema>

type Standalone = Exclude<AuthoredQuestion, { type: 'case' }>
type SubQuestion = Extract<AuthoredQuestion, { type: 'case' }>['questions'][number]

function choices(question: SubQuestion): Pick<Question, 'options' | 'key' | 'fixedOrder'> {
  switch (question.type) {
    case 'true-false':
      return { options: [...TRUE_FALSE_OPTIONS], key: [question.key ? 'A' : 'B'], fixedOrder: true }
    case 'fill-in':
      return { options: [], key: question.key, fixedOrder: true }
    default: {
      const options = question.options.map((text, index) => ({ id: String.fromCharCode(65 + index), text }))
      const key = typeof question.key === 'string' ? [question.key] : question.key
      return { options, key, fixedOrder: orderCarriesMeaning(options) }
    }
  }
}

/**
 * The questions of a file as papers use them: cases flattened, letters given to options.
 *
 * @param setAside when questions are not drawn, by the id that the file gives them
 */
export function toQuestions(
  file: QuestionFile,
  setAside: ReadonlyMap<string, readonly SetAside[]> = new Map(),
): Question[] {
  return file.questions.flatMap((authored): Question[] => {
    const { citations, difficulty, uses } = authored
    const periods = setAside.get(authored.id)
    const shared = { difficulty, uses, topics: [file.topic], ...(periods ? { setAside: [...periods] } : {}) }
    const one = (question: Standalone | SubQuestion): Question => ({
      id: question.id,
      type: question.type,
      stem: question.stem,
      rationale: question.rationale,
      ...choices(question),
      ...shared,
      citations: question.citations ?? citations,
    })
    if (authored.type !== 'case') return [one(authored)]
    const group = { id: authored.id, stem: authored.stem }
    return authored.questions.map((question) => ({ ...one(question), group }))
  })
}
