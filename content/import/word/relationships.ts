import type { Parts } from './package.ts'
import { elements, parseXml } from './xml.ts'

/** Which part names which other parts and addresses. */

/** A relationship of a part. */
export interface Relationship {
  /** The last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string
  /** The name of a part, or an address. */
  readonly target: string
  readonly external: boolean
}

/** Relationships by id. */
export type Relationships = ReadonlyMap<string, Relationship>

/** The name of an entry as a part of a folder names it; nothing leads out of the archive. */
function joined(folder: string, target: string): string {
  const names: string[] = []
  for (const name of `${folder}/${target}`.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** Those of a part; of the whole package for `''`. */
export function relationshipsOf(parts: Parts, part: string): Relationships {
  const folder = part.slice(0, Math.max(0, part.lastIndexOf('/')))
  const bytes = parts.get(
    part === '' ? '_rels/.rels' : joined(folder, `_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`),
  )
  const found = new Map<string, Relationship>()
  for (const { name, attributes } of bytes === undefined ? [] : elements(parseXml(bytes))) {
    const [id, target] = [attributes.get('Id'), attributes.get('Target')]
    if (name !== 'rel:Relationship' || id === undefined || target === undefined) continue
    const external = attributes.get('TargetMode') === 'External'
    // Whatever the target says, it only ever names an entry of the archive that has been read.
    const inside = target.startsWith('/') ? target.slice(1) : joined(folder, target)
    found.set(id, {
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: external ? target : inside,
      external,
    })
  }
  return found
}

/** The parts of a type. */
export function targetsOf(relationships: Relationships, type: string): string[] {
  return [...relationships.values()].filter((own) => own.type === type && !own.external).map(({ target }) => target)
}
