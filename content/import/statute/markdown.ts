import { parseDocument } from 'yaml'
import { fieldOf, type StatedFields, type TextLine } from './text-lines.ts'

/** Statutes in Markdown, in several layouts: bold article numbers or plain ones, front matter or an info block. */

const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/
const UNREAD_BLOCK = /<(style|script)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const ROW = /<tr\b[^>]*>([\s\S]*?)(?=<\/tr\s*>|<tr\b|<\/table\s*>|$)/gi
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)(?=<\/t[dh]\s*>|<t[dh]\b|$)/gi
const TABLE = /<table\b[^>]*>[\s\S]*?(?:<\/table\s*>|$)/gi
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  emsp: '　',
  ensp: ' ',
}

/** Keeps the number of lines, so that places stay right. */
function blankLines(text: string): string {
  return text.replace(/[^\n]+/g, '')
}

/** One pass: a pattern would look for the end of each of a thousand open comments. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('<!--', at)
    const end = start === -1 ? -1 : text.indexOf('-->', start)
    if (end === -1) return kept + text.slice(at)
    kept += text.slice(at, start) + blankLines(text.slice(start, end))
    at = end + 3
  }
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|([a-z]{2,5}));/gi,
    (whole, code: string | undefined, name: string | undefined) => {
      if (code === undefined) return ENTITIES[name ?? ''] ?? whole
      const point = Number(code)
      return point > 31 && point < 0x110000 && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : ''
    },
  )
}

/** A tag has a Latin name; `<劳动法>` is a title in the wrong brackets. */
function withoutTags(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '；').replace(/<\/?[a-z][^<>]*>/gi, '')
}

/** A row a line, its cells set apart by `|`. The lines of the table that aren't needed stay empty. */
function tableLines(table: string): string {
  const rows = [...table.matchAll(ROW)].map(([, row = '']) =>
    [...row.matchAll(CELL)].map(([, cell = '']) => withoutTags(cell).replace(/\s+/g, ' ').trim()).join(' | '),
  )
  const lines = table.split('\n').length
  return [...rows, ...Array<string>(Math.max(0, lines - rows.length)).fill('')].join('\n')
}

function stated(frontMatter: string): StatedFields {
  const document = parseDocument(frontMatter)
  if (document.errors.length > 0) return {}
  const data: unknown = document.toJS({ maxAliasCount: 10 })
  if (typeof data !== 'object' || data === null) return {}
  const fields = Object.entries(data).flatMap(([name, value]) => {
    const field = fieldOf(name)
    return field === null || (typeof value !== 'string' && typeof value !== 'number') ? [] : [[field, String(value)]]
  })
  return Object.fromEntries(fields)
}

function lineOf(place: string, source: string): TextLine | null {
  let text = source.replace(/^(?:\s*>)+/, '').trim()
  if (/^[|\s:-]+$/.test(text)) return null
  text = text.replace(/^\|\s*|\s*\|$/g, '').replace(/\s*\|\s*/g, ' | ')
  const heading = /^(#{1,6})\s*/.exec(text)
  if (heading !== null) text = text.slice(heading[0].length).replace(/\s#+$/, '')
  else text = text.replace(/^[-*+]\s+/, '')
  const isEmphasised = /^(?:\*\*|__|\*|_)(?=\S)/.test(text)
  text = withoutTags(text)
    .replace(/!\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '（图：$1）')
    .replace(/\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '$1')
    .replace(/(\*\*|__)(.{1,2000}?)\1/g, '$2')
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '')
  text = withoutEntities(text).trim()
  return text === '' ? null : { place, text, heading: heading?.[1]?.length ?? 0, isEmphasised }
}

/** The lines of a Markdown text, and what its front matter states. */
export function markdownLines(
  file: string,
  text: string,
): { readonly lines: TextLine[]; readonly fields: StatedFields } {
  const match = FRONT_MATTER.exec(text)
  const body = withoutComments(match === null ? text : blankLines(match[0]) + text.slice(match[0].length))
    .replace(UNREAD_BLOCK, blankLines)
    .replace(TABLE, tableLines)
  const lines = body.split('\n').flatMap((line, index) => lineOf(`${file}:${index + 1}`, line) ?? [])
  return { lines, fields: match === null ? {} : stated(match[1] ?? '') }
}
