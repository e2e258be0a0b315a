import { UNWRITTEN } from '../../check/unwritten.ts'
import type { AnswersOf } from '../answers.ts'
import { comment, field, inline } from '../yaml-text.ts'
import { bracketed, markdown, type Names, pageFields } from './page.ts'

const STOP = 'first-choice'

/** The draft of a case lesson with one place to choose. */
export function lessonDraft(answers: AnswersOf<'lesson'>, names: Names): string {
  const cite = (index: number) => bracketed(answers.citations, index)
  const frontMatter = [
    ...pageFields(answers, names),
    ...field('minutes', answers.minutes, '读完并选完要几分钟：1～30的整数。'),
    '',
    ...comment(
      '请读者选择的地方：1～4处。id 用小写字母和短横线，正文里要有一行 [[checkpoint:同样的id]]。',
      '每处2～4个选项；sound: true 是法律支持的做法，sound: false 是不妥的做法，两种都要有。',
      'outcome 写选了以后会怎样、为什么，10～300个字。',
    ),
    'checkpoints:',
    `  - id: ${STOP}`,
    `    prompt: ${inline(`${UNWRITTEN}这时候他该怎么办？`)}`,
    '    choices:',
    `      - text: ${inline(`${UNWRITTEN}稳妥的做法`)}`,
    '        sound: true',
    `        outcome: ${inline(`${UNWRITTEN}选了以后怎样，依据是什么${cite(0)}。`)}`,
    `      - text: ${inline(`${UNWRITTEN}很多人会选、其实不妥的做法`)}`,
    '        sound: false',
    `        outcome: ${inline(`${UNWRITTEN}为什么不妥，会吃什么亏${cite(1)}。`)}`,
    '',
    ...comment('记住这几点：2～4句，每句8～120个字，带上法条。'),
    'takeaways:',
    `  - ${inline(`${UNWRITTEN}要记住的第一点${cite(0)}。`)}`,
    `  - ${inline(`${UNWRITTEN}要记住的第二点${cite(1)}。`)}`,
  ]
  return markdown(frontMatter, [
    '## 故事',
    '',
    `${UNWRITTEN}谁、在哪里、遇到了什么事。人名、单位名都要虚构。`,
    '',
    `${UNWRITTEN}写到要做决定的地方停下。`,
    '',
    `[[checkpoint:${STOP}]]`,
    '',
    `${UNWRITTEN}接着写后来发生了什么。`,
    '',
    '## 后来',
    '',
    `${UNWRITTEN}结果怎样：拿到了多少，花了多久。`,
    '',
    '## 道理',
    '',
    `- ${UNWRITTEN}一条道理一个法条${cite(0)}。`,
    '',
    '## 如果情况不同',
    '',
    `- **${UNWRITTEN}换一个条件：** 结果会怎样${cite(1)}。`,
  ])
}
