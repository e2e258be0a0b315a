import { DOMParser, type Element, type Node } from '@xmldom/xmldom'

/** XML of a Word document as a plain tree, with the names that its specification uses whatever prefixes a file chose. */

/** An element: `w:p`, its attributes by the same kind of name, and what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Thrown for XML that isn't well formed or brings declarations of its own. */
export class XmlError extends Error {}

/** Namespaces in their transitional and strict forms (ECMA-376 part 4 and part 1). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
}

/** Deeper than any document that a person made. */
const DEEPEST = 400

function nameOf(node: {
  readonly namespaceURI: string | null
  readonly localName: string | null
  readonly nodeName: string
}): string {
  const local = node.localName ?? node.nodeName
  if (node.namespaceURI === null || node.namespaceURI === '') return local
  return `${PREFIXES[node.namespaceURI] ?? '?'}:${local}`
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

function treeOf(element: Element, depth: number): XmlElement {
  if (depth > DEEPEST) throw new XmlError('too deep')
  const attributes = new Map<string, string>()
  for (const attribute of element.attributes) attributes.set(nameOf(attribute), attribute.value)
  const children: XmlNode[] = []
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) children.push(treeOf(node, depth + 1))
    else if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
      children.push(node.nodeValue ?? '')
  }
  return { name: nameOf(element), attributes, children }
}

/** What a browser would pass over stops here too: Word writes no such thing. */
function stop(_level: string, message: string): never {
  throw new XmlError(message)
}

/** Text of bytes in UTF-8, or in UTF-16 with its mark. */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlError('not the encoding it says')
  }
}

/**
 * Reads a part.
 *
 * @throws {XmlError} when it isn't well formed, is nested too deep, or has a DOCTYPE: Word writes none, and its entities
 *   are how a small file becomes a large one
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decoded(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new XmlError('has a DOCTYPE')
  try {
    const root = new DOMParser({ onError: stop, locator: false }).parseFromString(text, 'text/xml').documentElement
    if (root === null) throw new XmlError('empty')
    return treeOf(root, 0)
  } catch (error) {
    throw error instanceof XmlError ? error : new XmlError(error instanceof Error ? error.message : 'not well formed')
  }
}

/** The elements directly within one. */
export function elements(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

/** The first element of a name directly within one. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(element).find((own) => own.name === name)
}

/** An element and all within it, in the order of the document. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const own of elements(element)) yield* walk(own)
}

/** An attribute of the child of a name, where Word keeps most values: `<w:numFmt w:val="decimal"/>`. */
export function propertyOf(element: XmlElement | undefined, name: string, attribute = 'w:val'): string | undefined {
  return child(element, name)?.attributes.get(attribute)
}

/** Whether a property such as `<w:b/>` is on; `undefined` when it isn't there. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const own = child(element, name)
  if (own === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(own.attributes.get('w:val') ?? '1')
}

/** A whole number in an attribute, or nothing. */
export function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
}
