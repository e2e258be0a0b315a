import { createSatteriMarkdownProcessor, type SatteriAstroData } from '@astrojs/markdown-satteri'
import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri'
import { shieldStrong, strongPieces } from './chinese-strong.ts'
import { type CitationContext, citationNodes } from './citation-links.ts'
import { isPreview } from './content.ts'
import { publicImageSize } from './image-size.ts'
import { CONTENT_LANGUAGE, localePath } from './locale.ts'

type MarkdownHeading = SatteriAstroData['headings'][number]

/** A body as HTML, with its headings and the ids to reach them by. */
export interface Rendered {
  readonly html: string
  readonly headings: readonly MarkdownHeading[]
}

type Processor = ReturnType<typeof createSatteriMarkdownProcessor>

const processors = new Map<string, Processor>()

/** What already is a link stays one, and code is shown as it is. */
function isLinkOrCode(node: Readonly<HastNode>, visit: HastVisitorContext): boolean {
  const parent = visit.parent(node)
  if (parent === undefined) return false
  if (parent.type === 'element' && (parent.tagName === 'a' || parent.tagName === 'code')) return true
  return isLinkOrCode(parent, visit)
}

/** Marks of bold text, and what every citation has. Other texts needn't be handed back. */
const INTERESTING = /[\u{E000}\u{E001}《]/u

/** Makes bold what `shieldStrong` marked, and a link of every citation. */
const chineseText = (context: CitationContext) =>
  defineHastPlugin({
    name: 'chinese-text',
    text(node, visit) {
      if (!INTERESTING.test(node.value)) return
      const pieces = strongPieces(node.value)
      const isPlain = isLinkOrCode(node, visit)
      visit.replaceNode(
        node,
        pieces.flatMap((piece): HastNode[] => {
          if (piece.type === 'raw' || isPlain) return [piece]
          return citationNodes(piece.value, context)
        }),
      )
    },
  })

/** Gives images of the site their size. A preview shows the text also while a file is missing. */
const sizedImages = defineHastPlugin({
  name: 'sized-images',
  element: {
    filter: ['img'],
    async visit(node, visit) {
      const { src } = node.properties
      if (typeof src !== 'string' || !src.startsWith('/')) return
      const size = await publicImageSize(src).catch((error: unknown) => {
        if (!isPreview) throw error
      })
      if (size === undefined) return
      visit.setProperty(node, 'width', size.width)
      visit.setProperty(node, 'height', size.height)
    },
  },
})

function processorFor(context: CitationContext): Processor {
  const key = `${context.locale} ${context.asOf} ${context.english ?? false}`
  const existing = processors.get(key)
  if (existing !== undefined) return existing
  const created = createSatteriMarkdownProcessor({
    syntaxHighlight: false,
    // Chinese quotation marks are typed as they should appear.
    smartypants: false,
    hastPlugins: [chineseText(context), sizedImages],
  })
  processors.set(key, created)
  return created
}

async function render(markdown: string, context: CitationContext): Promise<Rendered> {
  const processor = await processorFor(context)
  const { code, metadata } = await processor.render(shieldStrong(markdown))
  return { html: code.trimEnd(), headings: metadata.headings }
}

/** Renderings of the last pages: the languages of a page follow one another and differ in the addresses of its citations only. */
const recent = new Map<string, Promise<Rendered>>()
const MOST_RECENT = 64
const CITATION_LINK = /(<a class="citation" href=")([^"]*)/g

/** Renders the Markdown of a page; citations become links as of the page's day. */
export async function renderMarkdown(markdown: string, context: CitationContext): Promise<Rendered> {
  const shared: CitationContext = context.english ? context : { ...context, locale: CONTENT_LANGUAGE }
  const key = `${shared.locale} ${shared.asOf} ${markdown}`
  const rendering = recent.get(key) ?? render(markdown, shared)
  recent.set(key, rendering)
  if (recent.size > MOST_RECENT) recent.delete([...recent.keys()][0] ?? '')
  const { html, headings } = await rendering
  if (shared.locale === context.locale) return { html, headings }
  const inLocale = (_: string, before: string, path: string) => `${before}${localePath(context.locale, path)}`
  return { html: html.replace(CITATION_LINK, inLocale), headings }
}
