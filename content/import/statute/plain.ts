import type { TextLine } from './text-lines.ts'

/** The lines of a plain text. */
export function plainLines(file: string, text: string): TextLine[] {
  return text.split('\n').flatMap((line, index) => {
    const own = line.trim()
    return own === '' ? [] : [{ place: `${file}:${index + 1}`, text: own, heading: 0, isEmphasised: false }]
  })
}
