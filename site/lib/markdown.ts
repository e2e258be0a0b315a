import { createMarkdownProcessor, type MarkdownHeading, type MarkdownRenderer } from '@astrojs/markdown-remark'
import { rehypeStrong, shieldStrong } from './chinese-strong.ts'
import { type CitationContext, rehypeCitations } from './citation-links.ts'
import { CONTENT_LANGUAGE, localePath } from './locale.ts'

/** A body as HTML, with its headings and the ids to reach them by. */
export interface Rendered {
  readonly html: string
  readonly headings: readonly MarkdownHeading[]
}

const processors = new Map<string, Promise<MarkdownRenderer>>()

function processorFor(context: CitationContext): Promise<MarkdownRenderer> {
  const key = `${context.locale} ${context.asOf} ${context.english ?? false}`
  const existing = processors.get(key)
  if (existing !== undefined) return existing
  const created = createMarkdownProcessor({
    syntaxHighlight: false,
    // Chinese quotation marks are typed as they should appear.
    smartypants: false,
    rehypePlugins: [rehypeStrong, [rehypeCitations, context]],
  })
  processors.set(key, created)
  return created
}

async function render(markdown: string, context: CitationContext): Promise<Rendered> {
  const processor = await processorFor(context)
  const { code, metadata } = await processor.render(shieldStrong(markdown))
  return { html: code, headings: metadata.headings }
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
