import { fits, OfficeSchema } from './answers.ts'
import { takenIds } from './complete.ts'
import type { Surroundings } from './drafts.ts'
import { freeId, NewIdSchema } from './ids.ts'
import type { Kind } from './kinds.ts'
import type { Choice, Prompts } from './prompts.ts'

/** What all conversations of `npm run new` share. */

/** Answers before they are complete. */
export type Given = Record<string, unknown>

/** Someone to ask, and what is there already. */
export type Ask = { readonly prompts: Prompts } & Surroundings

/** Texts separated by Chinese or Western commas. */
export function parts(text: string): string[] {
  return text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Each part must fit. */
export function eachFits(schema: Parameters<typeof fits>[0], least: number) {
  return (text: string): true | string => {
    const own = parts(text)
    if (own.length < least) return `至少写${least}个，用顿号隔开。`
    return own.map((part) => fits(schema, part)).find((fault) => fault !== true) ?? true
  }
}

/** An empty line means later. */
export function orLater(schema: Parameters<typeof fits>[0]) {
  return (text: string): true | string => (text.trim() === '' ? true : fits(schema, text))
}

/** Any number of parts, none too. */
export function anyFit(schema: Parameters<typeof fits>[0]) {
  return (text: string): true | string => (text.trim() === '' ? true : eachFits(schema, 1)(text))
}

/** An answer that may be left out. */
export function orNothing(name: string, text: string): Given {
  return text === '' ? {} : { [name]: text }
}

/** Asks for an id that is free. @param stem suggested */
export async function askId({ prompts, content }: Ask, kind: Kind, stem: string): Promise<string> {
  const taken = takenIds(kind, content)
  return prompts.text(
    '编号（用作文件名和网址；用拼音或英文，小写字母、数字、短横线）',
    (id) => {
      const fault = fits(NewIdSchema, id)
      if (fault !== true) return fault
      return taken.has(id) ? `“${id}”已经有人用了，请换一个。` : true
    },
    freeId(stem, taken),
  )
}

/** Asks for one of the offices known, or another one. */
export async function askOffice(ask: Ask, message: string, known: readonly string[]): Promise<string> {
  const other = ''
  const choices: Choice<string>[] = [
    ...known.map((name) => ({ value: name, name })),
    { value: other, name: '别的单位（自己打字）' },
  ]
  const chosen = await ask.prompts.choose(message, choices)
  return chosen === other ? ask.prompts.text('单位名称', (text) => fits(OfficeSchema, text)) : chosen
}
