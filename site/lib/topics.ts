import type { Topic } from '../../content/domain/topic.ts'
import { citationUses, content } from './content.ts'
import { isChinese, type Locale } from './locale.ts'
import { explainers } from './pages.ts'

/** A topic's name in the language of the interface. */
export function topicName(locale: Locale, topic: Topic): string {
  return isChinese(locale) ? topic.name : topic.englishName
}

/** The topics that a page names, in the order of `content/topics.yaml`. */
export function topicsOf(page: { readonly topics: readonly string[] }): Topic[] {
  return content.topics.filter((topic) => page.topics.includes(topic.id))
}

/** The topics of the questions that cite a law: where it can be practised. */
export function lawTopics(lawId: string): Topic[] {
  const cited = new Set(
    citationUses.flatMap(({ from, to }) => (from.kind === 'question' && to.law.id === lawId ? [from.id] : [])),
  )
  const files = content.questionFiles.filter(({ value }) =>
    value.questions.some(({ id, uses }) => cited.has(id) && uses.includes('practice')),
  )
  return content.topics.filter((topic) => files.some(({ value }) => value.topic === topic.id))
}

/** The topics that have an explainer: the sections of `/explainers/`. */
export const explainedTopics: readonly Topic[] = content.topics.filter(({ id }) =>
  explainers.some((page) => page.topics.includes(id)),
)
