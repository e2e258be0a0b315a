/**
 * From the bytes of a CSV file to its text: UTF-8 with or without byte order mark, otherwise GB18030.
 */

/** Share of damaged characters above which text isn't UTF-8 with a scratch but another encoding. */
const DAMAGE = 0.1

/** Why bytes can't be read as CSV text: a sentence, and what to do. */
export interface Unreadable {
  readonly fault: string
  readonly fix: string
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Whether a lenient reading as UTF-8 has so little damage among its non-ASCII characters that it must be UTF-8. */
function isDamagedUtf8(text: string): boolean {
  let beyondAscii = 0
  let damaged = 0
  for (const character of text) {
    if (character > '\u007f') beyondAscii += 1
    if (character === '\ufffd') damaged += 1
  }
  return damaged <= beyondAscii * DAMAGE
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // GB18030 gives a meaning to nearly all bytes, so it would turn one broken character of UTF-8 into a page of nonsense.
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const isUtf8 = startsWith(bytes, 0xef, 0xbb, 0xbf) || isDamagedUtf8(lenient)
    return isUtf8 ? lenient : new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * The text of a CSV file, without byte order mark and with `\n` line ends. What can't be decoded becomes U+FFFD, so
 * that the rows concerned can be named.
 *
 * @example csvText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a)) // 'A\n'
 */
export function csvText(bytes: Uint8Array): string | Unreadable {
  if (bytes.length === 0) return { fault: '文件是空的。', fix: '换成有表头和题目的 CSV 文件。' }
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { fault: '这是表格文件或者压缩文件，不是 CSV。', fix: '用 Excel 或者 WPS 打开，另存为“CSV UTF-8”。' }
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { fault: '文件的编码是 UTF-16，读不了。', fix: '另存为“CSV UTF-8”，不要存成“Unicode 文本”。' }
  }
  return decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
}
