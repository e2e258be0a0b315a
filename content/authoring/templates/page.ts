import { UNWRITTEN } from '../../check/unwritten.ts'
import { formatCitation, indexLaws, isResolved, parseCitation, resolveCitation } from '../../domain/citation.ts'
import type { Law } from '../../domain/law.ts'
import type { Topic } from '../../domain/topic.ts'
import type { AnswersOf } from '../answers.ts'
import { comment, field } from '../yaml-text.ts'

/** What the front matter of all pages has in common. */

/** What templates look names up in. */
export interface Names {
  readonly topics: readonly Topic[]
  readonly laws: readonly Law[]
}

type PageAnswers = AnswersOf<'explainer' | 'lesson' | 'campaign'>

/** The mark that this file is a draft. */
export function draftField(): string[] {
  return [
    ...comment(
      '井号（#）开头的行是说明，不会出现在网页上，留着或删去都可以。',
      '冒号是英文冒号，冒号后面有一个空格；写的内容用中文标点。',
      '',
      '草稿：有下面这一行，就只有 npm run dev 的预览里看得到，不会发布。',
      '写完、审核完，把这一行删去。',
    ),
    'draft: true',
  ]
}

/** Articles that may be cited, with their headings, as comment lines. */
export function citationLines(citations: readonly string[], asOf: string, { laws }: Names): string[] {
  if (citations.length === 0) return comment('法条写成《劳动合同法》第三十八条的样子，网页上会自动变成链接。')
  const index = indexLaws(laws)
  return comment(
    '可以引用的法条，照这个样子写进正文，网页上会自动变成链接：',
    ...citations.map((text) => {
      const ref = parseCitation(text)
      const found = ref === null ? null : resolveCitation(index, ref, asOf)
      if (ref === null || found === null || !isResolved(found)) return `  ${text}`
      return `  ${formatCitation(found.law.name, ref)}　${found.article.heading}`
    }),
  )
}

/** A citation in brackets for an example sentence, or nothing. */
export function bracketed(citations: readonly string[], index = 0): string {
  const citation = citations[Math.min(index, citations.length - 1)]
  return citation === undefined ? '' : `（${citation}）`
}

/** The fields of every page, `draft` first. */
export function pageFields(answers: PageAnswers, names: Names): string[] {
  const { title, summary, topics, keywords, asOf, publishAt, drafter, reviewer, citations } = answers
  const words = keywords.length >= 2 ? keywords : [...keywords, `${UNWRITTEN}搜索词一`, `${UNWRITTEN}搜索词二`]
  return [
    ...draftField(),
    ...field('title', title, '标题：4～30个字，用当事人会说的话。例：老板拖欠工资，怎么要回来'),
    ...field(
      'summary',
      summary ?? `${UNWRITTEN}用一句话说清这一页解决什么事。`,
      '摘要：10～80个字，出现在列表和搜索结果里。先说结论。',
    ),
    ...field(
      'topics',
      topics,
      '主题：可以不止一个，用英文逗号隔开。可选的有：',
      ...names.topics.map(({ id, name }) => `  ${id}　${name}`),
    ),
    ...field('keywords', words, '搜索词：2～12个，每个2～20个字。写大家会搜、正文里却没有的说法，例如“讨薪”“年假”。'),
    ...field('asOf', asOf, '法律以哪一天为准：这一页引用的法条，都按这一天有效的文本核对。'),
    ...field('publishAt', publishAt, '发布时间（北京时间）：写将来的时间，就到那时以后才发布。'),
    ...field('drafter', drafter, '起草单位。'),
    ...field('reviewer', reviewer, '审核单位：要和起草单位不同。'),
    ...field('reviewedOn', asOf, '审核日期：审核人看完那天，不能早于上面 asOf 的日期。'),
    '',
    ...citationLines(citations, asOf, names),
  ]
}

/** Front matter and body as one file. */
export function markdown(frontMatter: readonly string[], body: readonly string[]): string {
  return ['---', ...frontMatter, '---', '', ...body, ''].join('\n')
}
