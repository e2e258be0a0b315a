import { readFileSync } from 'node:fs'
import { ProblemsError } from '../../domain/errors.ts'
import { decodeText, isPacked, isUtf16 } from '../decode-text.ts'
import { FILE_AT_MOST } from '../word/package.ts'
import { readDocument } from './document.ts'
import { jsonLines, StreamError } from './json-lines.ts'
import { markdownLines } from './markdown.ts'
import { plainLines } from './plain.ts'
import { readRecord } from './record.ts'
import type { Outcome } from './source-text.ts'
import type { SourceFile } from './sources.ts'
import { wordLines } from './word.ts'

/** Reads a file in its format. */

/** A text larger than this isn't one law: the longest code has about a million characters. */
const TEXT_AT_MOST = 16_000_000

function refuse(place: string, fault: string, fix: string): Outcome {
  return { refused: { place, fault, fix, blocks: false } }
}

function readText({ name, path, kind }: SourceFile): Outcome {
  const bytes = readFileSync(path)
  if (isPacked(bytes))
    return refuse(name, '这是 Word 文件或者压缩文件，不是文本。', '把文件名的结尾改成 .docx，或者先解开压缩文件。')
  if (isUtf16(bytes)) return refuse(name, '文件的编码是 UTF-16，读不了。', '另存为 UTF-8，再导入。')
  const text = decodeText(bytes)
  if (text.trim() === '') return refuse(name, '文件是空的。', '换成有正文的文件。')
  if (kind === 'plain') return readDocument(name, plainLines(name, text))
  const { lines, fields } = markdownLines(name, text)
  return readDocument(name, lines, fields)
}

function readWordFile({ name, path }: SourceFile): Outcome[] {
  try {
    const { lines, losses } = wordLines(name, readFileSync(path))
    const outcome = readDocument(name, lines)
    if ('refused' in outcome) return [outcome]
    const doubts = losses.map(({ place, fault }) => ({ kind: 'doubt' as const, what: fault, place, count: 1 }))
    return [{ read: { ...outcome.read, repairs: [...outcome.read.repairs, ...doubts] } }]
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return error.problems.map(({ place, fault, fix }) => refuse(place, fault, fix))
  }
}

/**
 * The texts of one file, in its format.
 *
 * @param onBytes told how many bytes of the file were read
 */
export async function* readSource(file: SourceFile, onBytes: (bytes: number) => void): AsyncGenerator<Outcome> {
  if (file.kind === 'json-lines') {
    try {
      for await (const { number, line } of jsonLines(file.path, onBytes))
        yield readRecord(`${file.name}:${number}`, line)
    } catch (error) {
      if (!(error instanceof StreamError)) throw error
      yield { refused: { place: file.name, fault: error.fault, fix: error.fix, blocks: false, endsFile: true } }
    }
    return
  }
  onBytes(file.bytes)
  // Refused before it is read: a file may be larger than memory.
  const most = file.kind === 'word' ? FILE_AT_MOST : TEXT_AT_MOST
  if (file.bytes > most) yield refuse(file.name, '文件太大，不像是一部法律。', '一个文件只放一部法律的一个版本。')
  else if (file.kind === 'word') yield* readWordFile(file)
  else yield readText(file)
}
