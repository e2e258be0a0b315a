import { isNode, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod/mini'
import type { Problem } from '../domain/errors.ts'

/**
 * Files as authors write them: YAML, and Markdown with front matter. Each value can be traced to its line.
 */

// zod/mini brings no language of its own and would say "Invalid input" to everything.
z.config(z.locales.en())

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
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        place: `${path}:${lineOf(error.pos[0])}`,
        fault: (error.message.split('\n')[0] ?? '').replace(/ at line .*$/, '.'),
        fix: 'Correct the YAML: check indentation, and quote texts that contain ": " or start with a bracket or quote.',
      })),
    }
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
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: { data: parsed.data, source } }
  return {
    problems: parsed.error.issues.map((issue) => ({
      place: source.place(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path),
      fault: `${issue.path.map(String).join('.') || 'The file'}: ${issue.message}.`.replace(/\.\.$/, '.'),
      fix: 'See content/README.md for the form of this file.',
    })),
  }
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

/** Reads a Markdown file with front matter against a schema. */
export function readMarkdown<T>(path: string, text: string, schema: z.ZodMiniType<T>): ReadResult<MarkdownFile<T>> {
  const match = FRONT_MATTER.exec(text)
  if (match === null) {
    return {
      problems: [
        {
          place: `${path}:1`,
          fault: 'The file has no front matter.',
          fix: 'Start it with a block between two lines of "---".',
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
