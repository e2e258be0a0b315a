import * as z from 'zod/mini'
import { PageMetaSchema } from './explainer.ts'
import type { Published } from './publication.ts'

/**
 * Case lessons: a story that stops where someone has to decide, and goes on after the reader has.
 */

/** A stop in the story: the reader chooses, then sees what each choice leads to. */
export const CheckpointSchema = z.strictObject({
  /** Named in the body by a line `[[checkpoint:<id>]]`, which must not be the first or the last thing there. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  prompt: z.string().check(z.minLength(6), z.maxLength(200)),
  choices: z
    .array(
      z.strictObject({
        text: z.string().check(z.minLength(2), z.maxLength(80)),
        /** Whether this is a course the law supports. */
        sound: z.boolean(),
        /** What follows from the choice and why; may have citations. */
        outcome: z.string().check(z.minLength(10), z.maxLength(300)),
      }),
    )
    .check(
      z.minLength(2),
      z.maxLength(4),
      z.refine((choices) => choices.some((choice) => choice.sound), {
        error: '没有一个选项是对的。',
        params: { fix: '至少把一个选项写成 sound: true（法律支持的做法）。' },
      }),
      z.refine((choices) => choices.some((choice) => !choice.sound), {
        error: '没有一个选项是错的。',
        params: { fix: '至少把一个选项写成 sound: false（法律不支持的做法）。' },
      }),
    ),
})
export type Checkpoint = z.output<typeof CheckpointSchema>

/** Front matter of `content/lessons/*.md`. */
export const LessonFrontMatterSchema = z.extend(PageMetaSchema, {
  /** Minutes it takes to read and decide. */
  minutes: z.int().check(z.gte(1), z.lte(30)),
  checkpoints: z.array(CheckpointSchema).check(z.minLength(1), z.maxLength(4)),
  /** What to remember, two to four sentences with their articles. */
  takeaways: z.array(z.string().check(z.minLength(8), z.maxLength(120))).check(z.minLength(2), z.maxLength(4)),
})

/** A lesson: front matter, id (file name) and Markdown body. */
export interface Lesson extends z.output<typeof LessonFrontMatterSchema>, Published {
  readonly id: string
  readonly body: string
}

/** A body cut at its checkpoints: text, checkpoint, text, …, text. */
export type LessonPart =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }

const MARK = /^\[\[checkpoint:([a-z0-9-]+)\]\]$/m

/**
 * Cuts a lesson at its checkpoint marks.
 *
 * @returns the parts, or the faults, each a Chinese sentence: a mark without a checkpoint, a checkpoint without a mark or used twice,
 *   two checkpoints with one id, a story that starts or ends with one
 */
export function splitLesson(lesson: Pick<Lesson, 'body' | 'checkpoints'>): { parts: LessonPart[]; faults: string[] } {
  const faults: string[] = []
  const parts: LessonPart[] = []
  const left = new Map(lesson.checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]))
  if (left.size !== lesson.checkpoints.length) faults.push('有两个停顿用了同一个编号（id）。')
  for (const [index, piece] of lesson.body.split(MARK).entries()) {
    if (index % 2 === 0) {
      if (piece.trim() === '') faults.push('停顿放在了正文的开头、结尾，或者紧挨着另一个停顿。')
      parts.push({ kind: 'text', markdown: piece })
      continue
    }
    const checkpoint = left.get(piece)
    if (checkpoint === undefined) {
      faults.push(`正文里的“[[checkpoint:${piece}]]”在文件开头的 checkpoints 里没有，或者写了两次。`)
    } else parts.push({ kind: 'checkpoint', checkpoint })
    left.delete(piece)
  }
  for (const id of left.keys()) faults.push(`停顿“${id}”在正文里没有单独一行“[[checkpoint:${id}]]”。`)
  return { parts, faults }
}
