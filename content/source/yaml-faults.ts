import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml'
import type { Problem } from '../domain/errors.ts'

/**
 * What the YAML reader finds wrong, in plain Chinese, at the line where an author has to look.
 */

/** One thing that is wrong, and where in the text. */
export interface YamlFault extends Omit<Problem, 'place'> {
  readonly offset: number
}

interface Advice {
  readonly fault: string
  readonly fix: string
}

const QUOTE_IT = '两边加上英文双引号，例如 title: "……"。'
const SAME_COLUMN = '让同一组的各行行首的空格一样多；下一级比上一级多空两格。'

/** What a line looks like that people write when they type Chinese; the reader names other lines or other things. */
const SLIPS: readonly (Advice & { readonly pattern: RegExp })[] = [
  {
    pattern: /^\s*(?:- +)?[A-Za-z][\w-]*：/,
    fault: '名称后面用了中文冒号“：”',
    fix: '改成英文冒号，后面空一格，例如 title: 标题。',
  },
  {
    pattern: /^\s*(?:- +)?[A-Za-z][\w-]*:(?!\/\/)[^\s:]/,
    fault: '名称和英文冒号后面少了空格',
    fix: '在冒号后面空一格，例如 title: 标题。',
  },
  {
    pattern: /^\s*-[^\s\d-]/,
    fault: '“-”后面少了空格',
    fix: '在“-”后面空一格，例如 - 身份证。',
  },
]

const UNCLOSED_QUOTE: Advice = {
  fault: '英文引号没有成对：少了后面的一个',
  fix: '在这段文字的末尾补上同样的英文引号。',
}
const UNCLOSED_BRACKET: Advice = {
  fault: '英文括号没有成对：少了后面的“]”或者“}”',
  fix: '在这一项的末尾补上括号，例如 [工资, 加班]。',
}

/** By code; some codes stand for several things, which the message tells apart. */
const ADVICE: Readonly<Record<YAMLError['code'], readonly (Advice & { readonly message?: RegExp })[]>> = {
  ALIAS_PROPS: [{ fault: '内容以“*”或者“&”开头', fix: QUOTE_IT }],
  BAD_ALIAS: [{ fault: '内容以“*”或者“&”开头', fix: QUOTE_IT }],
  BAD_COLLECTION_TYPE: [{ fault: '内容以“!”开头', fix: QUOTE_IT }],
  BAD_DIRECTIVE: [{ fault: '这一行以“%”开头', fix: '删去这一行，或者在内容两边加上英文双引号。' }],
  BAD_DQ_ESCAPE: [{ fault: '英文双引号里有反斜杠“\\”', fix: '删去反斜杠；一定要有的，写两个“\\\\”。' }],
  BAD_INDENT: [
    { message: /end with a/, ...UNCLOSED_BRACKET },
    { fault: '行首的空格和同一组的其他行不一样多', fix: SAME_COLUMN },
  ],
  BAD_PROP_ORDER: [{ fault: '内容以“&”或者“!”开头', fix: QUOTE_IT }],
  BAD_SCALAR_START: [{ fault: '内容以“@”“`”“%”这样的符号开头', fix: QUOTE_IT }],
  BLOCK_AS_IMPLICIT_KEY: [
    { message: /sequence/, fault: '行首的空格和同一组的其他行不一样多', fix: SAME_COLUMN },
    {
      fault: '一行里有两个英文冒号加空格，或者下一行多空了几格',
      fix: '内容里的冒号改成中文冒号“：”，或者在内容两边加上英文双引号，例如 title: "通知: 本周"；是下一行多空了几格的，去掉多的空格。',
    },
  ],
  BLOCK_IN_FLOW: [
    { fault: '花括号里的两项之间少了英文逗号', fix: '各项用英文逗号隔开，例如 { text: 找总包, sound: true }。' },
  ],
  DUPLICATE_KEY: [{ fault: '同一个名称写了两次', fix: '只留一个，另一个删去。' }],
  IMPOSSIBLE: [{ fault: '这一行的格式看不懂', fix: SAME_COLUMN }],
  KEY_OVER_1024_CHARS: [{ fault: '冒号前面的名称太长', fix: '检查是不是少了换行或者引号。' }],
  MISSING_CHAR: [
    { message: /closing/, ...UNCLOSED_QUOTE },
    { message: /end with a/, ...UNCLOSED_BRACKET },
    { message: /Sequence item/, fault: '行首的空格和同一组的其他行不一样多，或者少了“- ”', fix: SAME_COLUMN },
    {
      message: /Comments/,
      fault: '井号“#”前面少了空格',
      fix: '井号是内容的，在内容两边加上英文双引号；是说明的，在井号前面空一格。',
    },
    { message: /Tags and anchors/, fault: '内容以“!”或者“&”开头', fix: QUOTE_IT },
    {
      message: /Missing [,:]|Missing space/,
      fault: '括号里的两项之间少了英文逗号，或者冒号后面少了空格',
      fix: '各项用英文逗号隔开，冒号后面空一格，例如 { text: 找总包, sound: true }。',
    },
    {
      fault: '这一行没有“名称: 内容”的样子',
      fix: '是上一行的内容没有写完的，接到上一行的末尾；是新的一项的，写成名称、英文冒号、空格、内容，例如 title: 标题。',
    },
  ],
  MULTILINE_IMPLICIT_KEY: [
    {
      fault: '这一行没有“名称: 内容”的样子',
      fix: '是上一行的内容没有写完的，接到上一行的末尾；是新的一项的，写成名称、英文冒号、空格、内容，例如 title: 标题。',
    },
  ],
  MULTIPLE_ANCHORS: [{ fault: '内容以“&”开头', fix: QUOTE_IT }],
  MULTIPLE_DOCS: [{ fault: '中间多了一行“---”或者“...”', fix: '删去这一行。' }],
  MULTIPLE_TAGS: [{ fault: '内容以“!”开头', fix: QUOTE_IT }],
  NON_STRING_KEY: [{ fault: '冒号前面不是名称', fix: '冒号前面写名称，例如 title: 标题。' }],
  RESOURCE_EXHAUSTION: [{ fault: '一层套一层，层数太多', fix: '检查括号和行首的空格。' }],
  TAB_AS_INDENT: [{ fault: '行首用了制表符（Tab 键）', fix: '删去它，改成空格，一级空两格。' }],
  TAG_RESOLVE_FAILED: [{ fault: '内容以“!”开头', fix: QUOTE_IT }],
  UNEXPECTED_TOKEN: [
    {
      message: /Block scalar/,
      fault: '内容以“>”或者“|”开头',
      fix: QUOTE_IT,
    },
    { message: /Unexpected , in/, fault: '多了一个英文逗号，或者逗号之间没有内容', fix: '删去多的逗号。' },
    {
      message: /block-seq-ind on same line/,
      fault: '“- ”和名称写在了同一行，或者行首的空格不对',
      fix: '“- ”另起一行，比名称多空两格。',
    },
    {
      fault: '引号或者括号后面还有内容，或者括号、引号没有成对',
      fix: '内容以引号、方括号或者花括号开头的，在整段内容两边加上英文双引号，里面的引号改成中文引号，例如 title: "“讨薪”怎么办"。',
    },
  ],
}

const FIRST_SHOWN = 30

function adviceOf({ code, message }: YAMLError): Advice {
  const found = ADVICE[code].find((own) => own.message === undefined || own.message.test(message))
  return found ?? { fault: '这一行的格式看不懂', fix: SAME_COLUMN }
}

/** Where the quoted text or the bracket starts that isn't closed before an offset; the offset itself if there is none. */
function openedAt(document: Document, offset: number, isOpen: (node: unknown) => boolean): number {
  let start = offset
  visit(document, {
    Node: (_key, node) => {
      const [from, , to] = node.range ?? [offset, offset, offset]
      if (isOpen(node) && from < offset && to >= offset - 1) start = from
    },
  })
  return start
}

const isQuoted = (node: unknown) => isScalar(node) && /^QUOTE/.test(node.type ?? '')
const isBracketed = (node: unknown) => isCollection(node) && node.flow === true

function offsetOf(document: Document, { pos }: YAMLError, advice: Advice): number {
  if (advice.fault === UNCLOSED_QUOTE.fault) return openedAt(document, pos[0], isQuoted)
  return advice.fault === UNCLOSED_BRACKET.fault ? openedAt(document, pos[0], isBracketed) : pos[0]
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end === -1 ? undefined : end).trim()
  return line.length > FIRST_SHOWN ? `${line.slice(0, FIRST_SHOWN)}……` : line
}

function slipsOf(text: string): (Advice & { readonly start: number })[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index: start }) => {
    const slip = SLIPS.find(({ pattern }) => pattern.test(line))
    return slip === undefined ? [] : [{ start, fault: slip.fault, fix: slip.fix }]
  })
}

/** Where contents start with `*`: Markdown's bold, which YAML takes for the name of another part of the file. */
function starredAt(document: Document): number[] {
  const offsets: number[] = []
  visit(document, { Alias: (_key, { range }) => void offsets.push(range?.[0] ?? 0) })
  return offsets
}

/**
 * Everything that keeps a text from being read as YAML, one fault a line, in the order of the lines. What the reader finds
 * in the lines beside a slip follows from it and isn't named.
 */
export function yamlFaults(document: Document, text: string): YamlFault[] {
  const faults = new Map<number, YamlFault>()
  const add = (start: number, { fault, fix }: Advice) => {
    const line = lineFrom(text, start)
    if (!faults.has(start)) faults.set(start, { offset: start, fault: `${fault}${line && `：“${line}”`}。`, fix })
  }
  const slips = document.errors.length === 0 ? [] : slipsOf(text)
  const slipLines = new Set(slips.map(({ start }) => start))
  for (const { start, ...slip } of slips) add(start, slip)
  for (const error of [...document.errors, ...document.warnings]) {
    const advice = adviceOf(error)
    const start = startOfLine(text, offsetOf(document, error, advice))
    const before = startOfLine(text, Math.max(0, start - 1))
    const after = text.indexOf('\n', start) + 1
    if (![before, after].some((line) => slipLines.has(line))) add(start, advice)
  }
  for (const offset of starredAt(document)) {
    add(startOfLine(text, offset), { fault: '内容以“*”开头', fix: QUOTE_IT })
  }
  return [...faults.values()].toSorted((a, b) => a.offset - b.offset)
}
