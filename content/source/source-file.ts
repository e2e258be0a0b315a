import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod/mini'
import type { Problem } from '../domain/errors.ts'
import { issueTexts } from './issue-text.ts'
import { yamlFaults } from './yaml-faults.ts'

/**
 * Files as authors write them: YAML, and Markdown with front matter. Each value can be traced to its line.
 */

/** Where a value stands in its file. */
export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string
  /** `path:line` of a value, given the keys that lead to it; of the nearest one that exists. */
  place(keys: readonly PropertyKey[]): string
}

/** A Markdown file: checked front matter and body. */
export interface MarkdownFile<T> {
  readonly data: T
  readonly body: string
  readonly source: SourceFile
  /** `path:line` of an offset in the body. */
  placeInBody(offset: number): string
}

/** A value with its source, or everything that is wrong with the file. */
export type ReadResult<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

/** A text of YAML as the parser leaves it; what it says isn't checked yet. */
interface ParsedYaml {
  readonly text: string
  readonly lines: LineCounter
  readonly document: Document.Parsed
  readonly faults: ReturnType<typeof yamlFaults>
  readonly data: unknown
}

/**
 * The newest text of each path. Whoever reads all content again, as the preview does after every change, parses only the files
 * that aren't the same any more.
 */
const parsedLast = new Map<string, ParsedYaml>()

function parseYaml(path: string, text: string): ParsedYaml {
  const last = parsedLast.get(path)
  if (last?.text === text) return last
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const faults = yamlFaults(document, text)
  const parsed = { text, lines, document, faults, data: faults.length > 0 ? undefined : document.toJS() }
  parsedLast.set(path, parsed)
  return parsed
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/**
 * Reads YAML against a schema.
 *
 * @param path shown in problems
 * @param firstLine line of the file at which `text` starts, counted from 1
 */
export function readYaml<T>(
  path: string,
  text: string,
  schema: z.ZodMiniType<T>,
  firstLine = 1,
): ReadResult<{ data: T; source: SourceFile }> {
  const { lines, document, faults, data } = parseYaml(path, text)
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1
  if (faults.length > 0) {
    return { problems: faults.map(({ offset, ...fault }) => ({ place: `${path}:${lineOf(offset)}`, ...fault })) }
  }
  const source: SourceFile = {
    path,
    place(keys) {
      for (let depth = keys.length; depth > 0; depth -= 1) {
        const node = document.getIn(keys.slice(0, depth), true)
        if (isNode(node) && node.range) return `${path}:${lineOf(node.range[0])}`
      }
      return `${path}:${firstLine}`
    },
  }
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return { value: { data: parsed.data, source } }
  return {
    problems: issueTexts(parsed.error.issues, schema, data).map(({ path: keys, ...text }) => ({
      place: source.place(keys),
      ...text,
    })),
  }
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

/** Reads a Markdown file with front matter against a schema. */
export function readMarkdown<T>(path: string, text: string, schema: z.ZodMiniType<T>): ReadResult<MarkdownFile<T>> {
  const match = FRONT_MATTER.exec(text)
  if (match === null) {
    const isOpen = /^---\r?\n/.test(text)
    return {
      problems: [
        {
          place: `${path}:1`,
          fault: isOpen ? '文件开头的说明没有结束，少了第二行“---”。' : '文件的第一行不是“---”，看不到标题等说明。',
          fix: isOpen
            ? '在最后一项说明的下面单独写一行“---”，正文从再下一行开始。'
            : '在文件最前面写一行“---”，下面写标题（title）等各项，再写一行“---”，正文从再下一行开始。',
        },
      ],
    }
  }
  const result = readYaml(path, match[1] ?? '', schema, 2)
  if ('problems' in result) return result
  const { data, source } = result.value
  const body = text.slice(match[0].length)
  const bodyLine = lineAt(text, match[0].length)
  return { value: { data, body, source, placeInBody: (offset) => `${path}:${bodyLine + lineAt(body, offset) - 1}` } }
}
