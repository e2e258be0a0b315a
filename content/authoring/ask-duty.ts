import {
  ActivitySummarySchema,
  AudienceSchema,
  DaySchema,
  EvidenceSchema,
  fits,
  MeasureSchema,
  OfficeSchema,
  PeopleSchema,
  PlaceSchema,
  TitleSchema,
} from './answers.ts'
import { lawChoices } from './ask-citations.ts'
import { type Ask, anyFit, askId, askOffice, eachFits, type Given, orNothing, parts } from './asking.ts'

/** Asks for duties and for what was done to meet them. */

async function askLaws({ prompts, content }: Ask): Promise<string[]> {
  const choices = lawChoices(content.laws.map(({ value }) => value))
  const chosen = await prompts.chooseSome('哪些法', choices, 1)
  return chosen.map(({ id }) => id)
}

async function askAudience({ prompts }: Ask): Promise<string[]> {
  return parts(await prompts.text('对象（用顿号隔开，例如：工地农民工、班组长）', eachFits(AudienceSchema, 1)))
}

/** A row of a responsibility list. */
export async function askResponsibility(ask: Ask): Promise<Given> {
  const { prompts, content, today } = ask
  const laws = await askLaws(ask)
  const leads = [...new Set(content.responsibilities.flatMap(({ value }) => value.rows.map(({ lead }) => lead)))]
  const lead = await askOffice(ask, '牵头单位', leads)
  const cooperating = parts(await prompts.text('配合单位（用顿号隔开；没有就按回车）', anyFit(OfficeSchema)))
  const audience = await askAudience(ask)
  const measures: string[] = []
  do {
    measures.push(await prompts.text('做什么（4～100个字，一句话）', (text) => fits(MeasureSchema, text)))
  } while (measures.length < 8 && (await prompts.confirm('还有别的措施吗？', false)))
  const dueOn = await prompts.text(
    '最后一天（哪一年的日期，就写进哪一年的清单）',
    (text) => {
      const fault = fits(DaySchema, text)
      return fault === true && text < today ? `${text} 已经过了。` : fault
    },
    `${today.slice(0, 4)}-12-31`,
  )
  const year = Number(dueOn.slice(0, 4))
  const before = content.responsibilities.find(({ value }) => value.year === year - 1)?.value.rows ?? []
  const none = ''
  const continues =
    before.length === 0
      ? none
      : await prompts.choose(`是不是接着${year - 1}年的哪一行做`, [
          { value: none, name: '不是，今年新做的' },
          ...before.map((row) => ({ value: row.id, name: `${row.lead}　${row.measures[0] ?? row.id}` })),
        ])
  const id = await askId(ask, 'responsibility', `${laws[0]}-${year}`.slice(0, 40))
  return { id, laws, lead, cooperating, audience, measures, dueOn, ...orNothing('continues', continues) }
}

/** The record of an activity. */
export async function askActivity(ask: Ask): Promise<Given> {
  const { prompts, content, today } = ask
  const title = await prompts.text('活动名称（4～30个字）', (text) => fits(TitleSchema, text))
  const heldOn = await prompts.text(
    '哪一天办的',
    (text) => {
      const fault = fits(DaySchema, text)
      return fault === true && text > today ? `${text} 还没有到；活动办完以后再记。` : fault
    },
    today,
  )
  const place = await prompts.text('地点', (text) => fits(PlaceSchema, text))
  const audience = await askAudience(ask)
  const people = Number(
    await prompts.text('到场人数', (text) =>
      /^\d+$/.test(text.trim()) ? fits(PeopleSchema, Number(text)) : '写一个整数。',
    ),
  )
  const year = Number(heldOn.slice(0, 4))
  const rows = content.responsibilities.find(({ value }) => value.year === year)?.value.rows ?? []
  const none = ''
  const responsibility =
    rows.length === 0
      ? none
      : await prompts.choose(`完成${year}年责任清单的哪一行`, [
          ...rows.map((row) => ({ value: row.id, name: `${row.lead}　${row.measures[0] ?? row.id}` })),
          { value: none, name: '不在清单上' },
        ])
  const served = rows.find((row) => row.id === responsibility)
  const laws = served?.laws ?? (await askLaws(ask))
  const summary = await prompts.text('做了什么（10～200个字，不写个人信息）', (text) =>
    fits(ActivitySummarySchema, text),
  )
  const evidence: string[] = []
  do {
    evidence.push(
      await prompts.text('佐证（一句话，例如：签到表86人，存劳动保障监察局）', (text) => fits(EvidenceSchema, text)),
    )
  } while (evidence.length < 8 && (await prompts.confirm('还有别的佐证吗？', false)))
  const id = await askId(ask, 'activity', `activity-${heldOn}`)
  return {
    id,
    title,
    heldOn,
    place,
    audience,
    people,
    laws,
    summary,
    evidence,
    ...orNothing('responsibility', responsibility),
  }
}
