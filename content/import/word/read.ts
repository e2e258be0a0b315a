import { type Problem, ProblemsError } from '../../domain/errors.ts'
import type { WordDocument } from './blocks.ts'
import { BodyReader } from './body.ts'
import type { Losses } from './losses.ts'
import { pendingIn } from './pending.ts'
import { placesIn, textOf } from './places.ts'
import { targetsOf } from './relationships.ts'
import { partAt, type Source, sourceOf } from './source.ts'
import { XmlError } from './xml.ts'

/** From the bytes of a .docx to its text in blocks; looks at no clock and writes nothing. */

/** A document read, with what could not be taken over. */
export interface ReadWord {
  readonly document: WordDocument
  readonly losses: readonly Problem[]
}

/** Headers, footers, notes: what else may have revisions, and what of it isn't taken over. */
function besides(source: Source, losses: Losses): Problem[] {
  const { file, parts, relationships, styles } = source
  const kinds = [
    ['footnotes', '脚注'],
    ['endnotes', '尾注'],
    ['header', '页眉'],
    ['footer', '页脚'],
  ] as const
  return kinds.flatMap(([type, name]) =>
    targetsOf(relationships, type).flatMap((target) => {
      const part = partAt(parts, target)
      if (part === undefined) return []
      const where = `${file}，${name}`
      if ((type === 'header' || type === 'footer') && textOf(part).trim() !== '') {
        losses.add(name, where, '网页有自己的页眉页脚，一般不用补。', textOf(part))
      }
      return pendingIn(part, placesIn(part, file, name, styles), where)
    }),
  )
}

/**
 * Reads a document.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} when it can't be read, or with the place of every pending revision and comment
 */
export function readWord(file: string, bytes: Uint8Array): ReadWord {
  try {
    const source = sourceOf(file, bytes)
    const reader = new BodyReader(source)
    const pending = [
      ...pendingIn(source.body, placesIn(source.body, file, '', source.styles), file),
      ...besides(source, reader.losses),
    ]
    if (pending.length > 0) throw new ProblemsError(pending)
    const document = reader.read()
    return { document, losses: reader.losses.list() }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw new ProblemsError([
      { place: file, fault: '文件的内容读不懂。', fix: '在 Word 里打开它，另存为“Word 文档（.docx）”，再导入。' },
    ])
  }
}
