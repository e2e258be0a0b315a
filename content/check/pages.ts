import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { ENGLISH_EXPLAINER_HEADINGS, EXPLAINER_HEADINGS } from '../domain/explainer.ts'
import { splitLesson } from '../domain/lesson.ts'
import type { Content, SourcedPage } from '../source/content.ts'
import type { SourceFile } from '../source/source-file.ts'
import { checkKits } from './kits.ts'
import { idsOf, unknown } from './names.ts'

/** Whether a text of a law takes effect on a day, and was published by another, so that it can be explained in advance. */
function isComing({ laws }: Pick<Content, 'laws'>, effectiveFrom: IsoDate, knownOn: IsoDate): boolean {
  return laws.some(({ value }) =>
    value.versions.some(
      (version) =>
        version.effectiveFrom === effectiveFrom &&
        (version.publishedOn ?? version.adoptedOn ?? effectiveFrom) <= knownOn,
    ),
  )
}

/** A review that is older than the law spoken of, unless that is a law to come; or by the drafter. */
export function reviewProblems(
  page: { readonly asOf: IsoDate; readonly reviewedOn: IsoDate; readonly drafter: string; readonly reviewer: string },
  source: SourceFile,
  content: Pick<Content, 'laws'>,
): Problem[] {
  const problems: Problem[] = []
  if (page.asOf > page.reviewedOn && !isComing(content, page.asOf, page.reviewedOn)) {
    problems.push({
      place: source.place(['reviewedOn']),
      fault: `审核早于法律的日期：审核日期（reviewedOn）“${page.reviewedOn}”早于法律以哪一天为准（asOf）“${page.asOf}”。`,
      fix: '按 asOf 那天的法律重新审核，再改 reviewedOn；asOf 写错的，改正 asOf。提前讲还没有施行的法律，asOf 正好写它施行的那一天。',
    })
  }
  if (page.drafter === page.reviewer) {
    problems.push({
      place: source.place(['reviewer']),
      fault: `起草单位和审核单位相同，都是“${page.drafter}”。`,
      fix: '请另一个单位审核，把 reviewer 改成那个单位。',
    })
  }
  return problems
}

/** Headings of an explainer that are unknown or out of order, or the obligatory ones that are missing. */
function headingProblems(
  { value: { body }, placeInBody }: SourcedPage<{ readonly body: string }>,
  allowed: readonly string[],
): Problem[] {
  const headings = [...body.matchAll(/^## (.+)$/gm)]
  const places = headings.map((match) => allowed.indexOf(match[1]?.trim() ?? ''))
  const problems: Problem[] = []
  for (const [index, match] of headings.entries()) {
    const at = places[index] as number
    if (at !== -1 && at > (places[index - 1] ?? -1)) continue
    problems.push({
      place: placeInBody(match.index),
      fault: `小标题“${match[1]}”不对，或者顺序不对。`,
      fix: `用这些小标题，顺序也要一样：${allowed.join('、')}。`,
    })
  }
  if (places[0] !== 0 || places[1] !== 1) {
    problems.push({
      place: placeInBody(0),
      fault: '少了开头的两个小标题。',
      fix: `正文先写“## ${allowed[0]}”，再写“## ${allowed[1]}”。`,
    })
  }
  return problems
}

/** Topics that do not exist, reviews that are too old or by the drafter, headings out of order. */
export function checkPages(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  const { explainers, englishExplainers, lessons, campaigns, documents } = content
  return [
    ...[...explainers, ...englishExplainers, ...lessons, ...campaigns, ...documents].flatMap(
      ({ value: page, source }) => [
        ...unknown(
          page.topics,
          topics,
          (index) => source.place(['topics', index]),
          '主题',
          '用 content/topics.yaml 里的编号，例如 wages。',
        ),
        ...reviewProblems(page, source, content),
      ],
    ),
    ...explainers.flatMap((page) => headingProblems(page, EXPLAINER_HEADINGS)),
    ...englishExplainers.flatMap((page) => headingProblems(page, ENGLISH_EXPLAINER_HEADINGS)),
  ]
}

/** Checkpoints that do not stand in the middle of their story. */
export function checkLessons({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ value, placeInBody }) =>
    splitLesson(value).faults.map((fault) => ({
      place: placeInBody(0),
      fault,
      fix: '每个停顿在正文中间单独占一行，写成 [[checkpoint:编号]]，编号和文件开头 checkpoints 里的一样，前后都要有正文。',
    })),
  )
}

/** Pages and assessments that a campaign names and that do not exist; dates the wrong way round; kits. */
export function checkCampaigns(content: Content): Problem[] {
  const [explainers, lessons, assessments] = [
    idsOf(content.explainers),
    idsOf(content.lessons),
    idsOf(content.assessments),
  ]
  return content.campaigns.flatMap((campaign) => {
    const { value, source } = campaign
    const at = (key: string) => (index: number) => source.place([key, index])
    const problems = [
      ...unknown(
        value.explainers,
        explainers,
        at('explainers'),
        '办事解读',
        '用 content/explainers/ 里的文件名，不带 .md，例如 unpaid-wages。',
      ),
      ...unknown(value.lessons, lessons, at('lessons'), '案例课', '用 content/lessons/ 里的文件名，不带 .md。'),
      ...unknown(
        value.assessment ? [value.assessment] : [],
        assessments,
        () => source.place(['assessment']),
        '竞赛',
        '用 content/assessments/ 里的文件名，不带 .yaml，例如 hr-law-contest。',
      ),
      ...checkKits(campaign, content),
    ]
    if (value.endsOn < value.startsOn)
      problems.push({
        place: source.place(['endsOn']),
        fault: `活动最后一天“${value.endsOn}”早于第一天“${value.startsOn}”。`,
        fix: '改正 startsOn 或者 endsOn。',
      })
    return problems
  })
}
