import { UNWRITTEN } from '../../check/unwritten.ts'
import type { AnswersOf } from '../answers.ts'
import { comment, field, inline } from '../yaml-text.ts'
import { citationLines, draftField, type Names } from './page.ts'

/**
 * The draft of a file of questions: one of each type.
 *
 * Sample stems name the file, so that those of two drafts differ.
 */
export function questionsDraft(answers: Omit<AnswersOf<'questions'>, 'kind'>, names: Names): string {
  const { id, title, topic, asOf, citations } = answers
  const own = inline(citations.slice(0, 1))
  const question = (number: number) => `${id}-${String(number).padStart(3, '0')}`
  const published = (level: number) => [
    ...(citations.length === 0
      ? [`    citations: [${inline(`${UNWRITTEN}《法律名》第几条`)}]`]
      : [`    citations: ${own}`]),
    `    difficulty: ${level}`,
    '    uses: [practice]',
  ]
  const options = [
    '    options:',
    ...['一', '二', '三', '四'].map((number) => `      - ${inline(`${UNWRITTEN}选项${number}`)}`),
  ]
  return [
    ...draftField(),
    ...field('title', title, '这个文件的名字。'),
    ...field(
      'topic',
      topic,
      '主题：一个文件的题目都属于同一个主题。可选的有：',
      ...names.topics.map((own) => `  ${own.id}　${own.name}`),
    ),
    ...field('asOf', asOf, '法律以哪一天为准：答案按这一天有效的法律核对。'),
    '',
    ...citationLines(citations, asOf, names),
    '',
    ...comment(
      '题目。每道题都有：',
      '  id　　　　　编号，全站不能重复，发布后不要改',
      '  type　　　　题型：single 单选，multiple 多选，indeterminate 不定项，true-false 判断，fill-in 填空，case 案例',
      '  stem　　　　题干：写一个情景，再问该怎么办，不要考“第几条怎么写”',
      '  options　　 选项：2～12个，一行一个，不写 A、B、C、D。干扰项来自大家真会犯的错，长短差不多',
      '  key　　　　 答案：单选写一个字母；多选、不定项写 [A, C]；判断写 true 或 false；填空把认可的写法都列出来',
      '  rationale　 解析：4～1000个字，对为什么对，错为什么错',
      '  citations　 依据：至少一条，几条用英文逗号隔开',
      '  difficulty　难度：1 容易，2 中等，3 难',
      '  uses　　　　用在哪里：practice 练习，contest 竞赛，exam 考试；可以不止一个',
      '样题照着改；不要的题型，整道删去；还要的，整道复制一份，改掉编号。',
    ),
    'questions:',
    `  - id: ${question(1)}`,
    '    type: single',
    `    stem: ${inline(`${UNWRITTEN}${title}第1题，单选：一个情景，问该怎么办。`)}`,
    ...options,
    '    key: A',
    `    rationale: ${inline(`${UNWRITTEN}单选题的解析。`)}`,
    ...published(1),
    '',
    `  - id: ${question(2)}`,
    '    type: multiple',
    `    stem: ${inline(`${UNWRITTEN}${title}第2题，多选：问哪些做法对，至少两个。`)}`,
    ...options,
    '    key: [A, C]',
    `    rationale: ${inline(`${UNWRITTEN}多选题的解析。`)}`,
    ...published(2),
    '',
    `  - id: ${question(3)}`,
    '    type: true-false',
    `    stem: ${inline(`${UNWRITTEN}${title}第3题，判断：写一个常听到的说法。`)}`,
    '    key: false',
    `    rationale: ${inline(`${UNWRITTEN}判断题的解析。`)}`,
    ...published(1),
    '',
    `  - id: ${question(4)}`,
    '    type: fill-in',
    `    stem: ${inline(`${UNWRITTEN}${title}第4题，填空：空格写成____，答案只能有一个意思。`)}`,
    '    key: ["30", "三十", "30日"]',
    `    rationale: ${inline(`${UNWRITTEN}填空题的解析。`)}`,
    ...published(2),
    '',
    `  - id: ${question(5)}`,
    '    type: case',
    `    stem: ${inline(`${UNWRITTEN}${title}第5题，案例：一段案情，下面2～10个小题都用它。`)}`,
    ...published(3),
    '    questions:',
    `      - id: ${question(5)}-1`,
    '        type: single',
    `        stem: ${inline(`${UNWRITTEN}第1小题。`)}`,
    `        options: [${inline(`${UNWRITTEN}选项一`)}, ${inline(`${UNWRITTEN}选项二`)}]`,
    '        key: B',
    `        rationale: ${inline(`${UNWRITTEN}第1小题的解析。`)}`,
    `      - id: ${question(5)}-2`,
    '        type: true-false',
    `        stem: ${inline(`${UNWRITTEN}第2小题。`)}`,
    '        key: true',
    `        rationale: ${inline(`${UNWRITTEN}第2小题的解析。`)}`,
    '',
  ].join('\n')
}
