import { completeAnswers, takenIds } from '../../authoring/complete.ts'
import { type DraftFile, refusedIn, type Surroundings } from '../../authoring/drafts.ts'
import { freeId } from '../../authoring/ids.ts'
import { documentDraft } from '../../authoring/templates/document.ts'
import { explainerDraft } from '../../authoring/templates/explainer.ts'
import { lessonDraft } from '../../authoring/templates/lesson.ts'
import type { Names } from '../../authoring/templates/page.ts'
import { garbledTraces } from '../../check/garbled.ts'
import { UNWRITTEN } from '../../check/unwritten.ts'
import { findCitations, formatCitation, indexLaws, isResolved, resolveCitation } from '../../domain/citation.ts'
import { assertNoProblems, type Problem, ProblemsError } from '../../domain/errors.ts'
import { Losses } from './losses.ts'
import { markdownOf } from './markdown.ts'
import type { ReadWord } from './read.ts'

/** From a Word document to the draft of a page: front matter to fill in, body as it was. */

/** What a Word file can become. */
export const WORD_KINDS = ['explainer', 'lesson', 'document'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** The folder of each kind. */
const FOLDERS: Readonly<Record<WordKind, string>> = {
  explainer: 'explainers',
  lesson: 'lessons',
  document: 'documents',
}
const LONGEST_TITLE: Readonly<Record<WordKind, number>> = { explainer: 30, lesson: 30, document: 50 }

/** Bytes above which an image is slow on a phone. */
const HEAVY = 300_000

/** A draft with its images and with everything to look at. */
export interface WordDraft {
  readonly id: string
  readonly files: readonly DraftFile[]
  /** What wasn't taken over, and what must be added. */
  readonly problems: readonly Problem[]
}

/** What the caller decides. */
export interface WordOptions {
  readonly kind: WordKind
  /** Name of the Word file, shown in problems. */
  readonly file: string
  readonly id?: string
  /** Folder in which images get a folder of the page's id; on the site it is `/images/`. */
  readonly imageFolder: string
}

function ids({ content }: Surroundings, kind: WordKind): Set<string> {
  return kind === 'document' ? new Set(content.documents.map(({ value }) => value.id)) : takenIds(kind, content)
}

/** English letters and figures of a file name, if there are enough of them to make an id. */
function stemOf(file: string, kind: WordKind, today: string): string {
  const stem = file
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  return /^[a-z][a-z0-9-]{2,}$/.test(stem) ? stem : `${kind}-${today.slice(0, 4)}`
}

/** Citations of a text that stand, in their standard form, each once. */
function citationsIn(text: string, { content, today }: Surroundings): string[] {
  const index = indexLaws(content.laws.map(({ value }) => value))
  const found = findCitations(text).flatMap((ref) => {
    const to = resolveCitation(index, ref, today)
    return isResolved(to) ? [formatCitation(to.law.name, { article: ref.article, paragraph: null, item: null })] : []
  })
  return [...new Set(found)].slice(0, 30)
}

const STOP = '[[checkpoint:first-choice]]'

/** A lesson stops somewhere in the middle; its author moves the stop. */
function withStop(body: string): string {
  const parts = body.split('\n\n')
  const middle = Math.max(1, Math.floor(parts.length / 2))
  const rest = parts.slice(middle)
  return [...parts.slice(0, middle), STOP, ...(rest.length > 0 ? rest : [`${UNWRITTEN}接着写后来发生了什么。`])].join(
    '\n\n',
  )
}

function textOf(kind: WordKind, given: Record<string, unknown>, body: string, surroundings: Surroundings): string {
  const { content } = surroundings
  const names: Names = { topics: content.topics, laws: content.laws.map(({ value }) => value) }
  const answers = completeAnswers(kind === 'lesson' ? 'lesson' : 'explainer', given, surroundings, 'Word')
  if (kind === 'document') {
    if (answers.kind !== 'explainer') throw new Error('a document has the answers of an explainer')
    return documentDraft(answers, names, { body, fictional: content.site.demo })
  }
  const draft =
    answers.kind === 'lesson'
      ? lessonDraft(answers, names)
      : answers.kind === 'explainer'
        ? explainerDraft(answers, names)
        : ''
  const end = draft.indexOf('\n---\n', 4) + '\n---\n'.length
  return `${draft.slice(0, end)}\n${kind === 'lesson' ? withStop(body) : body}\n`
}

function titleProblems(title: string | null, fits: boolean, file: string): Problem[] {
  if (fits) return []
  const fault = title === null ? '没有认出标题。' : `标题太长或者太短：“${title}”。`
  return [{ place: file, fault, fix: `在草稿开头的 title 里写标题。` }]
}

/** What the page's kind asks of the body and no Word file has by itself. */
const ADVICE: Readonly<Record<WordKind, string>> = {
  explainer: '办事解读的小标题是固定的：把内容归到“你能要求什么、怎么做、时间限制、要带什么、到哪里去、别人还问”下面。',
  lesson: `案例课要有请读者选择的地方：把 ${STOP} 移到故事里合适的位置，在草稿开头写好选项。`,
  document: '政策文件的小标题是固定的：把内容归到“这份文件定了什么、跟谁有关、我们怎么落实、政策问答”下面。',
}

/**
 * Makes the draft. Nothing is written.
 *
 * @throws {ProblemsError} when the id is malformed or taken, or there is no text
 */
export function wordDraft({ document, losses }: ReadWord, options: WordOptions, surroundings: Surroundings): WordDraft {
  const { kind, file, imageFolder } = options
  if (document.blocks.length === 0) {
    throw new ProblemsError([
      { place: file, fault: '文件里没有可以导入的文字。', fix: '看看文字是不是都在文本框或者图片里。' },
    ])
  }
  const taken = ids(surroundings, kind)
  const id = options.id ?? freeId(stemOf(file, kind, surroundings.today), taken)
  if (taken.has(id))
    throw new ProblemsError([{ place: file, fault: `编号“${id}”已经有人用了。`, fix: '用 --id 换一个。' }])

  const looks = new Losses()
  const images = { href: (name: string) => `/images/${id}/${name}`, missingAlt: `${UNWRITTEN}这张图里是什么` }
  const body = markdownOf(document, images, looks)
  const length = [...(document.title ?? '')].length
  const fits = length >= 4 && length <= LONGEST_TITLE[kind]
  // The answers of a page have at most 30 characters; a document's longer title is put in afterwards.
  const title = fits && length <= 30 ? document.title : `${UNWRITTEN}写一个标题`
  const given = { id, title, citations: citationsIn(body, surroundings) }
  const drafted = textOf(kind, given, body, surroundings)
  const text =
    fits && length > 30 ? drafted.replace(`title: ${title}`, () => `title: ${JSON.stringify(document.title)}`) : drafted
  const draft: DraftFile = { path: `${FOLDERS[kind]}/${id}.md`, text, what: 'Word 文件的草稿', before: null }
  assertNoProblems(refusedIn(draft))
  const pictures = [...new Map(document.images.map((image) => [image.name, image])).values()]
  return {
    id,
    files: [
      ...pictures.map(({ name, bytes }) => ({
        path: `${id}/${name}`,
        folder: imageFolder,
        text: bytes,
        what: '图片',
        before: null,
      })),
      draft,
    ],
    problems: [
      ...titleProblems(document.title, fits, file),
      ...losses,
      ...looks.list().map((problem) => ({ ...problem, place: file })),
      ...document.images
        .filter(({ alt }) => alt === '')
        .map(({ place, name }) => ({
          place,
          fault: `图片 ${name} 没有说明文字，看不见图的人不知道图里是什么。`,
          fix: '在草稿里把图片方括号中的【待写】换成一句话说明。',
        })),
      ...pictures
        .filter(({ bytes }) => bytes.length > HEAVY)
        .map(({ place, name, bytes }) => ({
          place,
          fault: `图片 ${name} 有${Math.round(bytes.length / 1000)} kB，手机上打开慢。`,
          fix: `把它缩小到${HEAVY / 1000} kB以内，换掉 site/public/images/${id}/ 里的同名文件。`,
        })),
      ...garbledTraces(body).map((fault) => ({ place: file, fault, fix: '对照原文改正。' })),
      { place: file, fault: '正文的小标题是 Word 里的。', fix: ADVICE[kind] },
    ],
  }
}
