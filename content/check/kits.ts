import type { Campaign } from '../domain/campaign.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content, Sourced } from '../source/content.ts'
import { unknown } from './names.ts'
import { referencedPages } from './page-refs.ts'

/** Settings of a campaign without kit or with two; handouts, topics and targets of posters that don't exist. */
export function checkKits(campaign: Sourced<Campaign>, content: Content): Problem[] {
  const { value, source } = campaign
  const pages = new Set(referencedPages(content).keys())
  const topics = practisedTopics(content)
  const targets = posterTargets(content, pages, topics)
  const problems = value.settings.flatMap((setting, index): Problem[] => {
    const kits = value.kits.filter((kit) => kit.setting === setting).length
    if (kits === 1) return []
    return [
      {
        place: source.place(['settings', index]),
        fault: `场所“${setting}”有${kits}份工具包。`,
        fix: `在 kits 下面给它写一份，正好一份，以 - setting: ${setting} 开头。`,
      },
    ]
  })
  return [
    ...problems,
    ...value.kits.flatMap((kit, index) => {
      const at =
        (...keys: PropertyKey[]) =>
        (place: number) =>
          source.place(['kits', index, ...keys, place])
      return [
        ...unknown(
          [kit.setting],
          new Set(value.settings),
          () => source.place(['kits', index, 'setting']),
          '场所',
          '把它加进这次活动的 settings，或者删去这份工具包。',
        ),
        ...unknown(
          kit.handouts,
          pages,
          at('handouts'),
          '页面',
          '写文件夹和文件名，不带后缀，例如 explainers/unpaid-wages。',
        ),
        ...unknown(
          kit.topics,
          topics,
          at('topics'),
          '可以练习的主题',
          '用 content/topics.yaml 里已经有练习题的编号，例如 wages。',
        ),
        ...unknown(
          [kit.poster.target],
          targets,
          () => source.place(['kits', index, 'poster', 'target']),
          '网址',
          '写本站的页面，前后都有“/”，例如 /explainers/unpaid-wages/。',
        ),
      ]
    }),
  ]
}

/** Topics with at least one question that practice may ask. */
function practisedTopics(content: Content): Set<string> {
  return new Set(
    content.questionFiles
      .filter(({ value }) => value.questions.some(({ uses }) => uses.includes('practice')))
      .map(({ value }) => value.topic),
  )
}

/** Addresses without language that a poster may lead to. */
function posterTargets(content: Content, pages: ReadonlySet<string>, topics: ReadonlySet<string>): Set<string> {
  return new Set([
    '/',
    '/practice/',
    '/contests/',
    '/responsibilities/',
    ...[...pages].map((page) => `/${page}/`),
    ...content.laws.map(({ value }) => `/laws/${value.id}/`),
    ...content.assessments.map(({ value }) => `/contests/${value.id}/`),
    ...[...topics].map((topic) => `/practice/?topic=${topic}`),
  ])
}
