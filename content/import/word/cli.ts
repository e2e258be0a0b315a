import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeDrafts } from '../../authoring/write.ts'
import { beijingDay } from '../../domain/dates.ts'
import { formatProblem, ProblemsError } from '../../domain/errors.ts'
import { readContent } from '../../source/content.ts'
import { WORD_KINDS, type WordKind, wordDraft } from './draft.ts'
import { FILE_AT_MOST } from './package.ts'
import { readWord } from './read.ts'

/**
 * `npm run import:word -- <file.docx>`: makes the draft of a page from a Word file.
 *
 * `--content <folder>` and `--images <folder>` are where drafts and images go, for tests.
 */

const USAGE = `npm run import:word -- <文件.docx> [--kind ${WORD_KINDS.join('|')}] [--id <编号>]`

/** What keeps the command from its end, in the words of its reader. */
class CommandError extends Error {}

function isWordKind(word: string): word is WordKind {
  return (WORD_KINDS as readonly string[]).includes(word)
}

function readCommand(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { kind: text, id: text, content: text, images: text }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path, ...others] = positionals
    const kind = values.kind ?? 'explainer'
    if (path === undefined || others.length > 0 || !isWordKind(kind)) throw new Error('see the usage')
    const root = join(import.meta.dirname, '../../..')
    return {
      path: resolve(path),
      kind,
      id: values.id,
      folder: values.content ?? join(root, 'content'),
      imageFolder: values.images ?? join(root, 'site/public/images'),
    }
  } catch {
    throw new CommandError(`用法：${USAGE}`)
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    // Refused before it is read: a file may be larger than memory.
    if (statSync(path).size > FILE_AT_MOST)
      throw new CommandError(`${basename(path)} 超过50 MB，请压缩图片或者分成几份。`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`打不开 ${path}。看看路径对不对；文件名里有空格的，两边加英文双引号。`)
  }
}

function main(): void {
  const { path, kind, id, folder, imageFolder } = readCommand(process.argv.slice(2))
  const file = basename(path)
  const now = Date.now()
  const read = readWord(file, bytesOf(path))
  const surroundings = { folder, content: readContent(folder, { now, preview: true }), today: beijingDay(now) }
  const options = { kind, file, imageFolder, ...(id === undefined ? {} : { id }) }
  const draft = wordDraft(read, options, surroundings)
  writeDrafts(folder, draft.files)
  console.log('写好了（草稿，只有预览里看得到）：')
  for (const own of draft.files)
    console.log(`  ${own.folder === undefined ? 'content' : 'site/public/images'}/${own.path}　${own.what}`)
  console.log(`\n请对照 Word 原文核对，${draft.problems.length}处：`)
  for (const problem of draft.problems) console.log(formatProblem(problem))
  const column = kind === 'document' ? 'documents' : `${kind}s`
  console.log(`\n接下来：运行 npm run dev，用浏览器打开 http://localhost:4321/${column}/${draft.id}/ 。`)
  console.log('补上草稿开头的各项，换掉【待写】，再运行 npm run check。')
}

try {
  main()
} catch (error) {
  if (error instanceof ProblemsError) for (const problem of error.problems) console.error(formatProblem(problem))
  else if (error instanceof CommandError) console.error(error.message)
  else throw error
  console.error('没有写任何文件。')
  process.exitCode = 1
}
