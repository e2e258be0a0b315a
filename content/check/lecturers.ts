import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { unknown } from './names.ts'

/** Lecturers that stand twice, with topics that do not exist or an appointment that ends before it starts. */
export function checkLecturers({ lecturers: { value, source }, topics }: Content): Problem[] {
  const known = new Set(topics.map(({ id }) => id))
  return value.lecturers.flatMap((own, index) => {
    const at = (...keys: PropertyKey[]) => source.place(['lecturers', index, ...keys])
    const problems = unknown(
      own.topics,
      known,
      (place) => at('topics', place),
      '主题',
      '用 content/topics.yaml 里的编号，例如 wages。',
    )
    if (value.lecturers.findIndex(({ id }) => id === own.id) !== index) {
      problems.push({
        place: at('id'),
        fault: `编号“${own.id}”用了两次。`,
        fix: '每位讲师用自己的编号（id）。',
      })
    }
    if (own.appointedUntil < own.appointedFrom) {
      problems.push({
        place: at('appointedUntil'),
        fault: `聘期最后一天“${own.appointedUntil}”早于第一天“${own.appointedFrom}”。`,
        fix: '改正 appointedFrom 或者 appointedUntil。',
      })
    }
    return problems
  })
}
