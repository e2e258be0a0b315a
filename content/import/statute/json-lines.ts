import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** Lines of a .jsonl file, packed or not, read as they come. */

/** A line longer than this isn't a law: the longest code has about a million characters. */
const LINE_AT_MOST = 32_000_000

/** Why a file can't be read to its end. */
export class StreamError extends Error {
  readonly fault: string
  readonly fix: string

  constructor(fault: string, fix: string) {
    super(fault)
    this.name = 'StreamError'
    this.fault = fault
    this.fix = fix
  }
}

/** A line with its number, counted from 1. */
export interface NumberedLine {
  readonly number: number
  readonly line: string
}

async function* chunks(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path)
  file.on('data', (chunk) => onBytes(chunk.length))
  if (!path.endsWith('.gz')) {
    yield* file
    return
  }
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  yield* file.pipe(unpacked)
}

/**
 * The lines of a file that aren't empty.
 *
 * @param onBytes told how many bytes of the file were read, for a progress bar
 * @throws {StreamError} when it isn't UTF-8, is cut short, or has a line without end
 */
export async function* jsonLines(path: string, onBytes: (bytes: number) => void): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let number = 0
  try {
    for await (const chunk of chunks(path, onBytes)) {
      rest += decoder.decode(chunk, { stream: true })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LINE_AT_MOST)
        throw new StreamError(
          `第${number + lines.length + 1}行太长，不像是法律文本。`,
          '每行一个 JSON 对象，一部法律的一个版本一行。',
        )
      for (const line of lines) {
        number += 1
        if (line.trim() !== '') yield { number, line }
      }
    }
    rest += decoder.decode()
  } catch (error) {
    if (error instanceof StreamError) throw error
    if (error instanceof TypeError)
      throw new StreamError(`第${number + 1}行附近不是 UTF-8 编码。`, '把文件另存为 UTF-8，再导入。')
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('Z_')) throw new StreamError('压缩文件损坏，或者没有下载完整。', '重新下载这个文件，再导入。')
    throw error
  }
  if (rest.trim() !== '') yield { number: number + 1, line: rest }
}
