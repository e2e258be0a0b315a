import { UNWRITTEN } from '../../check/unwritten.ts'
import type { Setting } from '../../domain/campaign.ts'
import type { AnswersOf } from '../answers.ts'
import { comment, field, inline } from '../yaml-text.ts'
import { bracketed, markdown, type Names, pageFields } from './page.ts'

/** What is usual at each setting; authors keep or change it. */
const USUAL: Readonly<Record<Setting, { readonly before: string; readonly onTheDay: string }>> = {
  企业: { before: '和企业定好时间、地点和人数。', onTheDay: '海报贴在打卡处和食堂门口。' },
  高校: { before: '和就业指导中心定好场次。', onTheDay: '先做五道题，再开讲。' },
  社区: { before: '和服务站定好桌椅、电源和网络。', onTheDay: '帮老人查记录，不代记密码，不留身份证照片。' },
  工地: { before: '和项目部定好午休时间和地点。', onTheDay: '话说短，先讲钱；有人投诉就当场登记。' },
  系统: { before: '各单位定一名联络员。', onTheDay: '讲评一件案件，隐去个人信息。' },
}

function kit(setting: Setting, answers: AnswersOf<'campaign'>): string[] {
  const { handouts, topics, drafter, citations } = answers
  const headline = answers.headline ?? `${UNWRITTEN}海报大字`
  const line = answers.posterLine ?? `${UNWRITTEN}扫码以后能看到什么`
  return [
    `  - setting: ${setting}`,
    `    contact: ${inline(`${drafter.slice(0, 20)}；政策咨询打12333`)}`,
    `    handouts: ${inline(handouts)}`,
    `    topics: ${inline(topics)}`,
    '    poster:',
    `      headline: ${inline(headline)}`,
    `      line: ${inline(line)}`,
    `      target: ${inline(`/${handouts[0] ?? ''}/`)}`,
    '    talk:',
    `      - ${inline(`${UNWRITTEN}开场第一句话。`)}`,
    `      - ${inline(`${UNWRITTEN}讲的第一点，带上依据${bracketed(citations, 0)}。`)}`,
    `      - ${inline(`${UNWRITTEN}讲的第二点，带上依据${bracketed(citations, 1)}。`)}`,
    `      - ${inline('收尾：不会办就打12333。')}`,
    '    checklist:',
    '      before:',
    `        - ${inline(USUAL[setting].before)}`,
    '        - 按人数打印材料，另备10份大字版。',
    '      onTheDay:',
    `        - ${inline(USUAL[setting].onTheDay)}`,
    '        - 记下问得最多的三个问题。',
    '      after:',
    '        - 三日内回复当场没答上的问题。',
    '        - 写一条活动记录：时间、地点、人数、问得最多的问题。',
  ]
}

function ids(handouts: readonly string[], column: 'explainers' | 'lessons'): string[] {
  return handouts.flatMap((page) => (page.startsWith(`${column}/`) ? [page.slice(column.length + 1)] : []))
}

/** The draft of a campaign's page, with a kit and a poster for each setting. */
export function campaignDraft(answers: AnswersOf<'campaign'>, names: Names): string {
  const { startsOn, endsOn, owner, settings, handouts, assessment } = answers
  const frontMatter = [
    ...pageFields(answers, names),
    ...field('startsOn', startsOn, '活动第一天。'),
    ...field('endsOn', endsOn, '活动最后一天。'),
    ...field('owner', owner, '主办单位。'),
    ...field(
      'settings',
      settings,
      '在哪几类场所办：企业、高校、社区、工地、系统。每一类在下面 kits 里都要有一份，不多不少。',
    ),
    '',
    ...comment(
      '工具包：每类场所一份。',
      '  setting　 场所',
      '  contact　 活动队伍有问题找谁：4～40个字',
      '  handouts　打印出来发的材料：写 explainers/文件名 或者 lessons/文件名',
      '  topics　　活动以后练哪些主题的题',
      '  poster　　海报：headline 大字4～14个字，三米外看得清；line 小字6～30个字；target 是二维码通向的页面',
      '  talk　　　讲什么：1～8点，每点4～60个字',
      '  checklist 要做的事：before 活动前，onTheDay 当天，after 活动后；各1～8条，每条4～60个字',
    ),
    'kits:',
    ...settings.flatMap((setting) => kit(setting, answers)),
    ...field(
      'explainers',
      ids(handouts, 'explainers'),
      '活动页面上列出的办事解读：content/explainers/ 里的文件名，不带 .md。',
    ),
    ...field(
      'lessons',
      ids(handouts, 'lessons'),
      '活动页面上列出的案例课：content/lessons/ 里的文件名，不带 .md。没有就写 []。',
    ),
    ...(assessment === undefined
      ? [
          '',
          ...comment('要办竞赛，去掉下一行的井号，写 content/assessments/ 里的文件名：', 'assessment: hr-law-contest'),
        ]
      : field('assessment', assessment, '竞赛：content/assessments/ 里的文件名。')),
  ]
  return markdown(frontMatter, [
    '## 为什么办',
    '',
    `${UNWRITTEN}两三句话：谁会遇到什么难处，这次活动帮他做成什么${bracketed(answers.citations)}。`,
    '',
    '## 来了能做什么',
    '',
    `1. **${UNWRITTEN}第一样。** 一句话说清。`,
    `2. **${UNWRITTEN}第二样。** 一句话说清。`,
    '',
    '## 时间和地点',
    '',
    `${UNWRITTEN}哪几天、几点到几点、在哪里。要不要报名，怎么报名。`,
    '',
    '## 要带什么',
    '',
    `- ${UNWRITTEN}要带的东西，一行一样。什么都不用带，也写一句。`,
  ])
}
