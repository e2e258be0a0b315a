import { UNWRITTEN } from '../../check/unwritten.ts'
import type { AnswersOf } from '../answers.ts'
import { field, listField } from '../yaml-text.ts'
import { bracketed, markdown, type Names, pageFields } from './page.ts'

/** The draft of an explainer. */
export function explainerDraft(answers: AnswersOf<'explainer'>, names: Names): string {
  const cite = (index: number) => bracketed(answers.citations, index)
  const frontMatter = [
    ...pageFields(answers, names),
    ...field(
      'audience',
      answers.audience ?? `${UNWRITTEN}遇到这件事的人`,
      '给谁看：4～60个字，一行。例：工资没按时足额拿到的劳动者',
    ),
    ...listField(
      'answer',
      [
        `${UNWRITTEN}第一句：能，还是不能。`,
        `${UNWRITTEN}第二句：先做什么。`,
        `${UNWRITTEN}第三句：到哪里去，什么时候以前。`,
      ],
      '三句话回答：不多不少正好三句，每句6～80个字，读完就知道该怎么办。',
    ),
  ]
  return markdown(frontMatter, [
    '## 你能要求什么',
    '',
    `- **${UNWRITTEN}能要求的第一件事。** 条件、数额、依据${cite(0)}。`,
    `- **${UNWRITTEN}能要求的第二件事。** 例外写在后面${cite(1)}。`,
    '',
    '## 怎么做',
    '',
    `1. **${UNWRITTEN}第一步。** 先做最要紧、最容易做的。`,
    `2. **${UNWRITTEN}第二步。** 一步只说一件事。`,
    `3. **${UNWRITTEN}第三步。** 对方不理怎么办。`,
    '',
    '## 时间限制',
    '',
    `- **${UNWRITTEN}多少天以内：** 从哪一天起算${cite(2)}。没有时间限制的，删去这一节。`,
    '',
    '## 要带什么',
    '',
    `- ${UNWRITTEN}要带的材料，一行一样。不需要的，删去这一节。`,
    '',
    '## 到哪里去',
    '',
    '- **问政策：** 打**12333**。',
    `- **${UNWRITTEN}办理的单位：** 哪一级、哪一个部门。`,
    '',
    '## 别人还问',
    '',
    `### ${UNWRITTEN}大家常问的一个问题？`,
    '',
    `${UNWRITTEN}先答“能”或者“不能”，再说理由。不需要的，删去这一节。`,
  ])
}
