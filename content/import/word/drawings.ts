import { textOf } from './places.ts'
import { walk, type XmlElement } from './xml.ts'

/** What a drawing holds, in its new form (DrawingML) or its old one (VML). */
export interface Drawing {
  /** The text of a text box; `null` when it is none. */
  readonly box: string | null
  /** Ids of the relationships of its images. */
  readonly images: readonly string[]
  /** What its author says it shows; may be empty. */
  readonly alt: string
  readonly text: string
}

function imageId({ name, attributes }: XmlElement): string[] {
  if (name === 'a:blip') return [attributes.get('r:embed') ?? attributes.get('r:link') ?? '']
  return name === 'v:imagedata' ? [attributes.get('r:id') ?? ''] : []
}

/** Reads a `w:drawing` or `w:pict`. */
export function drawingOf(element: XmlElement): Drawing {
  const all = [...walk(element)]
  const named = (name: string) => all.find((own) => own.name === name)
  const box = named('w:txbxContent')
  return {
    box: box === undefined ? null : textOf(box),
    images: all.flatMap(imageId),
    alt: named('wp:docPr')?.attributes.get('descr') ?? named('v:shape')?.attributes.get('alt') ?? '',
    text: textOf(element),
  }
}
