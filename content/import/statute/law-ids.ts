import { createHash } from 'node:crypto'
import { pinyin } from 'pinyin-pro'
import type { Law } from '../../domain/law.ts'
import { citedName } from './source-text.ts'

/**
 * Ids of laws, part of their addresses: that of the law's file in `content/laws/`, that of an earlier import, or else the
 * name in pinyin. The library that writes pinyin is pinned to an exact version, so that the same name always gives the same id.
 */

const AT_MOST = 60
const HASH_LENGTH = 6

/** A name as it is compared: width of brackets, spaces and the pause between two issuers say nothing. */
export function nameKey(name: string): string {
  return citedName(name.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）')).replace(/[\s、]/g, '')
}

function hashOf(name: string): string {
  return createHash('sha256').update(nameKey(name)).digest('hex').slice(0, HASH_LENGTH)
}

/**
 * A law's name in pinyin, a syllable after the other. A long one is cut between syllables, and told from others by a short
 * hash of the name.
 *
 * @param apart whether the hash stands there in any case, because another law has the same syllables
 * @example pinyinId('工伤保险条例', false) // 'gong-shang-bao-xian-tiao-li'
 */
export function pinyinId(name: string, apart: boolean): string {
  const syllables = pinyin(citedName(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) =>
      syllable
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ''),
    )
    .filter((syllable) => syllable !== '')
  const whole = syllables.join('-')
  if (!apart && whole !== '' && whole.length <= AT_MOST) return whole
  let short = ''
  for (const syllable of syllables) {
    const longer = short === '' ? syllable : `${short}-${syllable}`
    if (longer.length > AT_MOST - HASH_LENGTH - 1) break
    short = longer
  }
  return short === '' ? `law-${hashOf(name)}` : `${short}-${hashOf(name)}`
}

/** Gives each law its id, and keeps to it. */
export class LawIds {
  readonly #byName = new Map<string, string>()
  readonly #taken = new Set<string>()

  /**
   * @param laws those of `content/laws/`
   * @param imported ids and names of the laws imported before
   */
  constructor(
    laws: readonly Pick<Law, 'id' | 'title' | 'name' | 'aliases'>[],
    imported: readonly { readonly lawId: string; readonly name: string }[],
  ) {
    for (const { id } of laws) this.#taken.add(id)
    for (const { lawId } of imported) this.#taken.add(lawId)
    for (const { lawId, name } of imported) this.#byName.set(nameKey(name), lawId)
    // Last, since a file that was written after an import gives its law its address.
    for (const { id, title, name, aliases } of laws)
      for (const own of [title, name, ...aliases]) this.#byName.set(nameKey(own), id)
  }

  /** The id of a law of this title. */
  idOf(title: string): string {
    const key = nameKey(title)
    const known = this.#byName.get(key)
    if (known !== undefined) return known
    const plain = pinyinId(title, false)
    const id = this.#taken.has(plain) ? pinyinId(title, true) : plain
    this.#taken.add(id)
    this.#byName.set(key, id)
    return id
  }
}
