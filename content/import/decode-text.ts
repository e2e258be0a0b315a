/** From the bytes of a text file to its characters: UTF-8 with or without byte order mark, otherwise GB18030. */

/** Share of damaged characters above which text isn't UTF-8 with a scratch but another encoding. */
const DAMAGE = 0.1

/** Whether bytes begin with these. */
export function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
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

/** Whether bytes begin as a packed file or an old Office document does. */
export function isPacked(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
}

/** Whether bytes begin with the byte order mark of UTF-16. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
}

/**
 * The text, without byte order mark and with `\n` line ends. What can't be decoded becomes U+FFFD, so that its lines can be
 * named.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
}
