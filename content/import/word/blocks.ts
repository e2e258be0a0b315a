/** A Word document as the importer understands it. */

/** A piece of a line. */
export type Inline =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly bold: boolean
      readonly italic: boolean
      readonly href: string | null
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'note'; readonly number: number }

/** An image as a browser can show it. */
export interface Image {
  /** `image-1.png`: our own name, never one from the file. */
  readonly name: string
  readonly bytes: Uint8Array
  /** What it shows, as its author wrote; empty when nobody has. */
  readonly alt: string
  readonly place: string
}

/** A part of the text, from heading to table. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** `depth` is counted from 0. */
  | { readonly kind: 'bullet'; readonly depth: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }

/** A document read. */
export interface WordDocument {
  /** The text of its title; `null` when none can be made out. */
  readonly title: string | null
  readonly blocks: readonly Block[]
  readonly images: readonly Image[]
  /** Footnotes and endnotes by their number, from 1. */
  readonly notes: readonly (readonly Inline[])[]
}

/** The text of a line without its looks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? ' ' : '')).join('')
}
