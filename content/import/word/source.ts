import { openPackage, type Parts } from './package.ts'
import { type Relationships, relationshipsOf, targetsOf } from './relationships.ts'
import { readStyles, type Styles } from './styles.ts'
import { child, parseXml, type XmlElement, XmlError } from './xml.ts'

/** The parts of a document that its text is read from. */

/** A document before its text is read. */
export interface Source {
  readonly file: string
  readonly parts: Parts
  readonly main: string
  readonly relationships: Relationships
  readonly body: XmlElement
  readonly styles: Styles
}

/** A part of a name, if there is one. @throws {XmlError} */
export function partAt(parts: Parts, name: string | undefined): XmlElement | undefined {
  const bytes = name === undefined ? undefined : parts.get(name)
  return bytes === undefined ? undefined : parseXml(bytes)
}

/** The parts that a document is made of. @throws {ProblemsError} for what isn't one @throws {XmlError} for a broken one */
export function sourceOf(file: string, bytes: Uint8Array): Source {
  const parts = openPackage(file, bytes)
  const [main] = targetsOf(relationshipsOf(parts, ''), 'officeDocument')
  const root = partAt(parts, main)
  const body = child(root, 'w:body')
  if (main === undefined || root?.name !== 'w:document' || body === undefined) throw new XmlError('no document')
  const relationships = relationshipsOf(parts, main)
  const [styles] = targetsOf(relationships, 'styles')
  return { file, parts, main, relationships, body, styles: readStyles(partAt(parts, styles)) }
}
