import { decodeText, isPacked, isUtf16 } from './decode-text.ts'

/**
 * From the bytes of a CSV file to its text: UTF-8 with or without byte order mark, otherwise GB18030.
 */

/** Why bytes can't be read as CSV text: a sentence, and what to do. */
export interface Unreadable {
  readonly fault: string
  readonly fix: string
}

/**
 * The text of a CSV file, without byte order mark and with `\n` line ends. What can't be decoded becomes U+FFFD, so
 * that the rows concerned can be named.
 *
 * @example csvText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a)) // 'A\n'
 */
export function csvText(bytes: Uint8Array): string | Unreadable {
  if (bytes.length === 0) return { fault: '文件是空的。', fix: '换成有表头和题目的 CSV 文件。' }
  if (isPacked(bytes)) {
    return { fault: '这是表格文件或者压缩文件，不是 CSV。', fix: '用 Excel 或者 WPS 打开，另存为“CSV UTF-8”。' }
  }
  if (isUtf16(bytes)) {
    return { fault: '文件的编码是 UTF-16，读不了。', fix: '另存为“CSV UTF-8”，不要存成“Unicode 文本”。' }
  }
  return decodeText(bytes)
}
