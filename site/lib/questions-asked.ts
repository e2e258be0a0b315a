/** A question that readers ask, with its answer as plain text. */
export interface AskedQuestion {
  readonly question: string
  readonly answer: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/**
 * The questions under a heading of a rendered page: each heading of the third level with what follows it.
 *
 * @param html body as `renderMarkdown` returns it
 * @param headingId id of the heading of the second level, such as 别人还问
 */
export function askedQuestions(html: string, headingId: string): AskedQuestion[] {
  const [, after = ''] = html.split(`<h2 id="${headingId}"`)
  const [section = ''] = after.replace(/^.*?<\/h2>/s, '').split('<h2')
  return [...section.matchAll(/<h3[^>]*>(.*?)<\/h3>(.*?)(?=<h3|$)/gs)].map(([, question = '', answer = '']) => ({
    question: plain(question),
    answer: plain(answer),
  }))
}
