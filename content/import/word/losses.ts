import type { Problem } from '../../domain/errors.ts'

/** What a document has and a draft can't: each kind once, with its first place and how often it occurs. */
export class Losses {
  readonly #found = new Map<string, { place: string; text: string; times: number; fix: string }>()

  /**
   * Notes something that is left out.
   *
   * @param what in a word or two: 页眉, 文本框
   * @param text what it says, if it says something; texts that differ are listed apart
   */
  add(what: string, place: string, fix: string, text = ''): void {
    const excerpt = excerptOf(text)
    const key = `${what}${excerpt}`
    const known = this.#found.get(key)
    if (known === undefined)
      this.#found.set(key, { place, text: excerpt === '' ? what : `${what}“${excerpt}”`, times: 1, fix })
    else known.times += 1
  }

  /** All of it, in the order in which it was found. */
  list(): Problem[] {
    return [...this.#found.values()].map(({ place, text, times, fix }) => ({
      place,
      fault: `${text}没有原样带过来${times > 1 ? `，一共${times}处` : ''}。`,
      fix,
    }))
  }
}

/** The beginning of a text, for messages. */
export function excerptOf(text: string, most = 20): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > most ? `${characters.slice(0, most).join('')}……` : characters.join('')
}
