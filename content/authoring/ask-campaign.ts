import { addDays } from '../domain/calendar.ts'
import { type Setting, SettingSchema } from '../domain/campaign.ts'
import { DaySchema, fits, HeadlineSchema, PosterLineSchema } from './answers.ts'
import { askPage } from './ask-page.ts'
import { type Ask, type Given, orLater, orNothing } from './asking.ts'
import type { Choice } from './prompts.ts'

/** Asks what a campaign needs: page, kits, poster, contest. */

const SETTINGS: Readonly<Record<Setting, string>> = {
  企业: '厂区、写字楼、园区',
  高校: '学校、技工院校',
  社区: '街道、村居、服务站',
  工地: '建筑工地',
  系统: '人社系统内部',
}

/** Pages that can be handed out, those on the topics of the campaign first. */
function handoutChoices({ content }: Ask, topics: ReadonlySet<unknown>): Choice<string>[] {
  const choices = [
    ...content.explainers.map(({ value }) => ({
      page: value,
      value: `explainers/${value.id}`,
      name: `办事解读　${value.title}`,
    })),
    ...content.lessons.map(({ value }) => ({
      page: value,
      value: `lessons/${value.id}`,
      name: `案例课　　${value.title}`,
    })),
  ].filter(({ page }) => !page.draft)
  const near = ({ page }: (typeof choices)[number]) => page.topics.some((topic) => topics.has(topic))
  return choices.toSorted((a, b) => Number(near(b)) - Number(near(a))).map(({ value, name }) => ({ value, name }))
}

/** The fields of a campaign. */
export async function askCampaign(ask: Ask): Promise<Given> {
  const { prompts, content, today } = ask
  const page = await askPage(ask, 'campaign')
  const startsOn = await prompts.text('活动第一天', (text) => fits(DaySchema, text), addDays(today, 7))
  const endsOn = await prompts.text(
    '活动最后一天',
    (text) => {
      const fault = fits(DaySchema, text)
      return fault === true && text < startsOn ? `不能早于第一天（${startsOn}）。` : fault
    },
    startsOn,
  )
  const settings = await prompts.chooseSome(
    '在哪几类场所办（每类做一份工具包和一张海报）',
    SettingSchema.options.map((setting) => ({ value: setting, name: setting, description: SETTINGS[setting] })),
    1,
  )
  const handouts = await prompts.chooseSome(
    '发哪些材料（第一份也是海报二维码通向的页面）',
    handoutChoices(ask, new Set([page['topics']].flat())),
    1,
  )
  const headline = await prompts.text('海报大字（4～14个字；现在不写就按回车）', orLater(HeadlineSchema))
  const posterLine = await prompts.text('海报小字（6～30个字；现在不写就按回车）', orLater(PosterLineSchema))
  const none = ''
  const assessment = await prompts.choose('要不要请大家参加竞赛', [
    { value: none, name: '不要' },
    ...content.assessments
      .filter(({ value }) => value.kind === 'contest')
      .map(({ value }) => ({ value: value.id, name: value.title })),
  ])
  return {
    ...page,
    startsOn,
    endsOn,
    settings,
    handouts,
    ...orNothing('headline', headline),
    ...orNothing('posterLine', posterLine),
    ...orNothing('assessment', assessment),
  }
}
