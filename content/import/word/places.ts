import { excerptOf } from './losses.ts'
import { paragraphStyle, type Styles } from './styles.ts'
import { walk, type XmlElement } from './xml.ts'

/** Where something stands in a Word document, in words by which its author finds it. */

/** All text within an element, without looks and without what is deleted. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const own of walk(element)) {
    if (own.name === 'w:t' || own.name === 'm:t' || own.name === 'w:delText') {
      text += own.children.filter((part) => typeof part === 'string').join('')
    }
  }
  return text
}

/** The paragraphs of a part with their places, in its order; those in tables too. */
export function placesIn(part: XmlElement, file: string, where: string, styles: Styles): Map<XmlElement, string> {
  const places = new Map<XmlElement, string>()
  let number = 0
  let heading = ''
  for (const element of walk(part)) {
    if (element.name !== 'w:p') continue
    number += 1
    const text = textOf(element)
    if (paragraphStyle(element, styles).heading !== null && text.trim() !== '') heading = excerptOf(text)
    places.set(element, `${file}，${where}第${number}段${heading === '' ? '' : `（“${heading}”之下）`}`)
  }
  return places
}
