import type { Problem } from '../domain/errors.ts'
import { missingForPublication, type Question, questionFaults } from '../domain/question.ts'
import { toQuestions } from '../domain/question-file.ts'
import { comparableStem } from '../domain/scoring.ts'
import type { Content } from '../source/content.ts'
import { shownField } from '../source/field-names.ts'
import { unknown } from './names.ts'
import { UNWRITTEN } from './unwritten.ts'

/** Questions that cannot be published or asked, and those that stand twice. */
export function checkQuestions(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  const seen = new Map<string, string>()
  return content.questionFiles.flatMap(({ value: file, source }) => {
    const problems = unknown(
      [file.topic],
      topics,
      () => source.place(['topic']),
      '主题',
      '用 content/topics.yaml 里的编号，例如 wages。',
    )
    const claim = (key: string, place: string, fault: (other: string) => string, fix: string) => {
      const other = seen.get(key)
      if (other !== undefined) problems.push({ place, fault: fault(other), fix })
      else seen.set(key, place)
    }
    for (const [index, authored] of file.questions.entries()) {
      const place = source.place(['questions', index])
      const parts = toQuestions({ ...file, questions: [authored] })
      for (const id of new Set([authored.id, ...parts.map((question) => question.id)])) {
        claim(`id ${id}`, place, (other) => `编号“${id}”在 ${other} 已经用过了。`, '每道题用自己的编号（id）。')
      }
      const stem = comparableStem(authored.stem)
      if (!authored.stem.includes(UNWRITTEN))
        claim(
          `stem ${stem}`,
          place,
          (other) => `题干和 ${other} 的一样：“${authored.stem.slice(0, 24)}”。`,
          '删去一道，或者换一个情境来问。',
        )
      problems.push(...parts.flatMap((question) => questionProblems(question, place)))
    }
    return problems
  })
}

function questionProblems(question: Question, place: string): Problem[] {
  return [
    ...questionFaults(question).map(({ fault, fix }) => ({ place, fault: `题目“${question.id}”：${fault}`, fix })),
    ...missingForPublication(question).map((field) => ({
      place,
      fault: `题目“${question.id}”缺少${shownField(field)}。`,
      fix: '补上。要发布的题，依据、解析、难度、主题、用在哪里都要写。',
    })),
  ]
}
