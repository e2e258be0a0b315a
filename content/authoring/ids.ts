import * as z from 'zod/mini'

/** Names of files, which are ids and parts of addresses. */

/** Question ids are `<file>-001`, of at most 48 characters. */
const LONGEST = 40
// Windows opens no file of these names, whatever its ending.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** An id as authors give it: lower-case letters and digits, hyphens between them, a letter first. */
export const NewIdSchema = z.string().check(
  z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, '编号只用小写英文字母、数字和短横线，以字母开头，例如 wages-spring。'),
  z.maxLength(LONGEST, `编号最多${LONGEST}个字符。`),
  z.refine((id) => !RESERVED.test(id), '这个名字 Windows 不让用作文件名，请换一个。'),
)

/**
 * The first of `<stem>`, `<stem>-2`, `<stem>-3` … that is free.
 *
 * @param stem English words from the topic and the time, such as `wages-2026`; authors may type pinyin instead
 */
export function freeId(stem: string, taken: ReadonlySet<string>): string {
  let number = 1
  let id = stem
  while (taken.has(id)) {
    number += 1
    id = `${stem}-${number}`
  }
  return id
}
