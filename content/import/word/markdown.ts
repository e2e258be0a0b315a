import type { Block, Inline, WordDocument } from './blocks.ts'
import { plainText } from './blocks.ts'
import type { Losses } from './losses.ts'

/** Writes a document as Markdown. */

/** What images need: where they will be, and what to say of those that nobody has described. */
export interface ImageTexts {
  /** Address of a file: `/images/<id>/image-1.png`. */
  readonly href: (name: string) => string
  readonly missingAlt: string
}

/** Characters that Markdown would take for marks; underscores between letters are none. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (blank) => '\\_'.repeat(blank.length))
    .replace(/&(?=#?\w+;)/g, '\\&')
}

/** Starts of lines that Markdown would take for headings, quotes and lists; `1. ` is meant as one. */
function safeStart(line: string): string {
  return line.replace(/^(\s*)(#{1,6}(?=\s)|>|[-+](?=\s)|={3,}|-{3,}|~{3,})/, '$1\\$2')
}

const PUNCTUATED = /^[\p{P}\p{S}\s]|[\p{P}\p{S}\s]$/u

function styled({ text, bold, italic, href }: Extract<Inline, { kind: 'text' }>, losses: Losses): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (inner === '') return text
  let own = escaped(inner)
  // A mark beside punctuation wouldn't be read as one.
  if (italic && !bold && !PUNCTUATED.test(inner)) own = `*${own}*`
  else if (italic) losses.add('斜体', '', '一般不用补；要强调就用加粗。')
  if (bold) own = `**${own}**`
  if (href !== null) own = `[${own}](<${href}>)`
  return `${before}${own}${after}`
}

function piece(inline: Inline, images: ImageTexts, losses: Losses, newLine: string): string {
  switch (inline.kind) {
    case 'text':
      return styled(inline, losses)
    case 'break':
      return newLine
    case 'note':
      return `〔注${inline.number}〕`
    case 'image':
      return `![${escaped(inline.image.alt || images.missingAlt)}](${images.href(inline.image.name)})`
  }
}

function line(inlines: readonly Inline[], images: ImageTexts, losses: Losses, newLine: string): string {
  const text = inlines.map((inline) => piece(inline, images, losses, newLine)).join('')
  return text.replace(/[ \t]+$/gm, '')
}

function tableText(
  rows: readonly (readonly (readonly Inline[])[])[],
  cell: (inlines: readonly Inline[]) => string,
): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, column) =>
      cell(row[column] ?? [])
        .replaceAll('|', '\\|')
        .trim(),
    )
    return `| ${cells.join(' | ')} |`
  })
  const rule = `|${' --- |'.repeat(columns)}`
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n')
}

/** A block after another one of a list goes on without an empty line. */
function isListItem(block: Block | undefined): boolean {
  return block?.kind === 'bullet' || (block?.kind === 'paragraph' && /^\d{1,9}[.)] /.test(plainText(block.inlines)))
}

/**
 * The text of a document below its title.
 *
 * @param topLevel number of # of its highest headings
 */
export function markdownOf({ blocks, notes }: WordDocument, images: ImageTexts, losses: Losses, topLevel = 2): string {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const shift = topLevel - Math.min(...levels, 9)
  const text = (inlines: readonly Inline[]) => line(inlines, images, losses, '\\\n')
  const written = (block: Block): string => {
    switch (block.kind) {
      case 'heading': {
        const unbold = block.inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: false } : inline))
        return `${'#'.repeat(Math.min(block.level + shift, 6))} ${line(unbold, images, losses, ' ').trim()}`
      }
      case 'bullet':
        return `${'  '.repeat(block.depth)}- ${text(block.inlines).trim()}`
      case 'paragraph':
        return safeStart(text(block.inlines).trim())
      case 'table':
        return tableText(block.rows, (inlines) => line(inlines, images, losses, '<br>'))
    }
  }
  const body = blocks
    .map((block, index) => {
      const tight = isListItem(block) && isListItem(blocks[index - 1])
      return `${index === 0 ? '' : tight ? '\n' : '\n\n'}${written(block)}`
    })
    .join('')
  if (notes.length === 0) return body
  const list = notes.map((note, index) => `- 注${index + 1}：${line(note, images, losses, ' ').trim()}`)
  return `${body}\n\n**注**\n\n${list.join('\n')}`
}
