import { DaySchema, fits, KeywordSchema, MinuteSchema, SummarySchema, TitleSchema } from './answers.ts'
import { askCitations } from './ask-citations.ts'
import { type Ask, anyFit, askId, askOffice, type Given, orLater, orNothing, parts } from './asking.ts'
import { practisedTopics, usualOffices } from './complete.ts'

/** Asks what every page has, and what a file of questions has. */

/** The fields of a page. */
export async function askPage(ask: Ask, kind: 'explainer' | 'lesson' | 'campaign'): Promise<Given> {
  const { prompts, content, today } = ask
  const title = await prompts.text('标题（4～30个字，用当事人会说的话）', (text) => fits(TitleSchema, text))
  const summary = await prompts.text('摘要（10～80个字，先说结论；现在不写就按回车）', orLater(SummarySchema))
  const practised = practisedTopics(content)
  const topics = await prompts.chooseSome(
    '主题',
    content.topics
      .filter(({ id }) => kind !== 'campaign' || practised.has(id))
      .map(({ id, name }) => ({ value: id, name })),
    1,
  )
  const id = await askId(ask, kind, `${topics[0]}-${today.slice(0, 4)}`)
  const keywords = parts(
    await prompts.text('搜索词（大家会搜的说法，用顿号隔开；现在不写就按回车）', anyFit(KeywordSchema)),
  )
  const { drafters, reviewers } = usualOffices(content)
  const drafter = await askOffice(ask, '起草单位', drafters)
  const reviewer = await askOffice(
    ask,
    '审核单位（不能就是起草单位）',
    reviewers.filter((office) => office !== drafter),
  )
  const asOf = await prompts.text('法律以哪一天为准', (text) => fits(DaySchema, text), today)
  const publishAt = await prompts.text(
    '什么时候发布（北京时间；写将来的时间，就到那时再发布）',
    (text) => fits(MinuteSchema, text),
    `${today} 09:00`,
  )
  const citations = await askCitations(
    prompts,
    content.laws.map(({ value }) => value),
    asOf,
  )
  return {
    id,
    title,
    ...orNothing('summary', summary),
    keywords,
    topics,
    asOf,
    publishAt,
    drafter,
    reviewer,
    citations,
  }
}

/** The fields of a file of questions. */
export async function askQuestions(ask: Ask): Promise<Given> {
  const { prompts, content, today } = ask
  const title = await prompts.text('这组题目叫什么（4～30个字）', (text) => fits(TitleSchema, text))
  const topic = await prompts.choose(
    '主题',
    content.topics.map(({ id, name }) => ({ value: id, name })),
  )
  const id = await askId(ask, 'questions', `${topic}-${today.slice(0, 4)}`)
  const asOf = await prompts.text('法律以哪一天为准', (text) => fits(DaySchema, text), today)
  const citations = await askCitations(
    prompts,
    content.laws.map(({ value }) => value),
    asOf,
  )
  return { id, title, topic, asOf, citations }
}
