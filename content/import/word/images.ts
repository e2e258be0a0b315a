import type { Image } from './blocks.ts'

/** Images that browsers show, told by their first bytes rather than by their names. */

const KINDS: readonly (readonly [ending: string, ...start: readonly number[]])[] = [
  ['png', 0x89, 0x50, 0x4e, 0x47],
  ['jpg', 0xff, 0xd8, 0xff],
  ['gif', 0x47, 0x49, 0x46, 0x38],
]

function endingOf(bytes: Uint8Array): string | null {
  const known = KINDS.find(([, ...start]) => start.every((byte, index) => bytes[index] === byte))
  if (known !== undefined) return known[0]
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : null
}

/** Collects the images of a document under names of our own. */
export class Images {
  readonly #all: Image[] = []
  readonly #names = new Map<Uint8Array, string>()

  /** An image to show; `null` when browsers can't show it. */
  add(bytes: Uint8Array, alt: string, place: string): Image | null {
    const ending = endingOf(bytes)
    if (ending === null) return null
    const name = this.#names.get(bytes) ?? `image-${this.#names.size + 1}.${ending}`
    this.#names.set(bytes, name)
    const image = { name, bytes, alt: alt.replace(/\s+/g, ' ').trim(), place }
    this.#all.push(image)
    return image
  }

  list(): readonly Image[] {
    return this.#all
  }
}
