import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Problem } from '../domain/errors.ts'

/** The text of a file as authors' editors leave it on any system, or why it can't be read. */

/** A text without byte order mark and with `\n` line ends, or everything that is wrong. */
export type FileText = { readonly text: string } | { readonly problems: readonly Problem[] }

/** What to do where the system refuses to read. */
function refusal(error: unknown): Omit<Problem, 'place'> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return { fault: '没有这个文件。', fix: '网站少不了它：从别人那里或者旧的文件夹里复制回来。' }
  return {
    fault: `这个文件打不开（${code || String(error)}）。`,
    fix: '关掉正在用它的程序，看看它是不是一个文件、准不准你读。',
  }
}

/**
 * Reads a file of `content/`. Only UTF-8 is taken: what another encoding would be read as might be wrong without looking it.
 *
 * @param file where it is
 * @param path shown in problems
 */
export function fileText(file: string, path: string): FileText {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return { problems: [{ place: path, ...refusal(error) }] }
  }
  if (!isUtf8(bytes)) {
    const fix = '用记事本打开，点“文件”“另存为”，下面的“编码”选“UTF-8”，保存。打开时就是乱码的，先从备份里复制一份。'
    return { problems: [{ place: path, fault: '这个文件的编码不是 UTF-8，读出来是乱码。', fix }] }
  }
  return {
    text: bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  }
}
