import type { Problem } from '../domain/errors.ts'
import { isPublished } from '../domain/publication.ts'
import type { Content } from '../source/content.ts'
import { textsOf } from '../source/texts.ts'

/** What stands in a draft of `npm run new` where its author has something to write. */
export const UNWRITTEN = '【待写】'

function isDraft(value: object): boolean {
  return 'draft' in value && value.draft === true
}

/** Places of drafts that nobody has written, in what is no longer a draft. */
export function checkUnwritten(content: Content): Problem[] {
  return textsOf(content, (value) => !isDraft(value))
    .filter(({ text }) => text.includes(UNWRITTEN))
    .map(({ text, place }) => ({
      place: place(),
      fault: `还没有写完：“${text.trim().slice(0, 30)}”。`,
      fix: `把${UNWRITTEN}和它后面的提示换成正文；暂时写不完，就在文件开头加一行 draft: true。`,
    }))
}

/**
 * What waits to be published, a line a file: drafts with what is left to write, and pages with the time of their publication.
 *
 * @param preview content with drafts
 * @param now milliseconds since 1970 UTC
 */
export function waitingReport(preview: Content, now: number): string[] {
  const { explainers, lessons, campaigns, documents, cleanUps, remedies, caseBatches, questionFiles } = preview
  const files = [explainers, lessons, campaigns, documents, cleanUps, remedies, caseBatches, questionFiles].flat()
  return files.flatMap(({ value, source }) => {
    if (isPublished(value, now)) return []
    if (!value.draft) return [`${source.path}：${'publishAt' in value ? value.publishAt : ''} 发布`]
    const left = textsOf(preview, (own) => own === value).filter(({ text }) => text.includes(UNWRITTEN)).length
    return [`${source.path}：草稿${left === 0 ? '，已经写完' : `，还有${left}处${UNWRITTEN}`}`]
  })
}
