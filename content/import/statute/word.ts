import type { Problem } from '../../domain/errors.ts'
import type { Inline } from '../word/blocks.ts'
import { readWord } from '../word/read.ts'
import type { TextLine } from './text-lines.ts'

/** Statutes as the official database offers them, in Word. Tables are read row by row. */

/** Lines that a break within a paragraph sets apart. */
function linesOf(inlines: readonly Inline[]): string[] {
  const text = inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text
        : inline.kind === 'break'
          ? '\n'
          : inline.kind === 'image'
            ? `（图：${inline.image.alt}）`
            : '',
    )
    .join('')
  return text.split('\n')
}

/**
 * The lines of a Word file, and what of it isn't text.
 *
 * @throws {ProblemsError} for what isn't one, and with the place of every pending revision and comment
 */
export function wordLines(
  file: string,
  bytes: Uint8Array,
): { readonly lines: TextLine[]; readonly losses: readonly Problem[] } {
  const { document, losses } = readWord(file, bytes)
  const lines: TextLine[] = []
  const add = (text: string, paragraph: number, heading: number, isEmphasised: boolean) => {
    if (text.trim() !== '') lines.push({ place: `${file}，第${paragraph}段`, text: text.trim(), heading, isEmphasised })
  }
  if (document.title !== null) for (const line of document.title.split('\n')) add(line, 1, 1, false)
  const before = document.title === null ? 0 : 1
  for (const [index, block] of document.blocks.entries()) {
    const paragraph = index + 1 + before
    if (block.kind === 'table') {
      for (const row of block.rows)
        add(row.map((cell) => linesOf(cell).join('；').trim()).join(' | '), paragraph, 0, false)
    } else {
      const [first] = block.inlines
      for (const [at, line] of linesOf(block.inlines).entries())
        add(
          line,
          paragraph,
          block.kind === 'heading' ? block.level : 0,
          at === 0 && first?.kind === 'text' && first.bold,
        )
    }
  }
  return { lines, losses }
}
