import { UNWRITTEN } from '../check/unwritten.ts'
import { SETTING_IDS, type Setting } from '../domain/campaign.ts'
import type { Answers } from './answers.ts'
import type { DraftFile } from './drafts.ts'

/** What the author does next, in Chinese. */

const PREVIEW = 'http://localhost:4321'

/** Addresses at which the preview shows what was written. */
export function previewAddresses(answers: Answers): string[] {
  switch (answers.kind) {
    case 'explainer':
      return [`${PREVIEW}/explainers/${answers.id}/`]
    case 'lesson':
      return [`${PREVIEW}/lessons/${answers.id}/`]
    case 'questions':
      return [`${PREVIEW}/practice/?topic=${answers.topic}`]
    case 'responsibility':
      return [`${PREVIEW}/responsibilities/${answers.dueOn.slice(0, 4)}/#${answers.id}`]
    case 'activity':
      return answers.responsibility === undefined
        ? []
        : [`${PREVIEW}/responsibilities/${answers.heldOn.slice(0, 4)}/#${answers.responsibility}`]
    case 'campaign':
      return [
        `${PREVIEW}/campaigns/${answers.id}/`,
        ...answers.settings.map((setting) => posterAddress(answers.id, setting)),
        `${PREVIEW}/practice/?topic=${answers.topics[0]}`,
      ]
  }
}

function posterAddress(id: string, setting: Setting): string {
  return `${PREVIEW}/campaigns/${id}/poster-${SETTING_IDS[setting]}/`
}

function includes(text: string | Uint8Array, part: string): boolean {
  return typeof text === 'string' && text.includes(part)
}

/** Everything that the terminal says after writing. */
export function nextSteps(answers: Answers, files: readonly DraftFile[]): string {
  const addresses = previewAddresses(answers)
  const isDraft = files.some(({ text }) => includes(text, UNWRITTEN))
  const reviewed = files.some(({ text }) => includes(text, '\nreviewedOn:'))
  const steps = [
    ...(addresses.length === 0
      ? []
      : [`运行 npm run dev，等出现“预览好了”，再用浏览器打开：\n${addresses.map((one) => `     ${one}`).join('\n')}`]),
    ...(isDraft
      ? [`用记事本打开上面的文件，把每个${UNWRITTEN}连同后面的提示换成正文。保存以后，浏览器里的页面自己会变。`]
      : ['用记事本打开上面的文件看一遍，要改就改，改完保存。']),
    '写完运行 npm run check。它说“没有问题”，就交给审核人看。',
    ...(isDraft
      ? [
          `审核人看完，${reviewed ? '把 reviewedOn 改成看完那天，' : ''}删去 draft: true 这一行，再运行一次 npm run check。`,
        ]
      : []),
  ]
  return [
    '',
    isDraft ? '写好了（草稿，只有预览里看得到）：' : '写好了：',
    ...files.map(({ path, what }) => `  content/${path}　${what}`),
    '',
    '接下来：',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    '',
    '一步一步的说明在 content/GUIDE.md。',
  ].join('\n')
}
