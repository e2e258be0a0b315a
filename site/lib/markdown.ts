import { createMarkdownProcessor, type MarkdownHeading, type MarkdownRenderer } from '@astrojs/markdown-remark'
import { rehypeStrong, shieldStrong } from './chinese-strong.ts'
import { type CitationContext, rehypeCitations } from './citation-links.ts'

/** A body as HTML, with its headings and the ids to reach them by. */
export interface Rendered {
  readonly html: string
  readonly headings: readonly MarkdownHeading[]
}

const processors = new Map<string, Promise<MarkdownRenderer>>()

function processorFor(context: CitationContext): Promise<MarkdownRenderer> {
  const key = `${context.locale} ${context.asOf}`
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

/** Renders the Markdown of a page; citations become links as of the page's day. */
export async function renderMarkdown(markdown: string, context: CitationContext): Promise<Rendered> {
  const processor = await processorFor(context)
  const { code, metadata } = await processor.render(shieldStrong(markdown))
  return { html: code, headings: metadata.headings }
}
