import { SettingSchema } from '../../content/domain/campaign.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import type { Lecturer } from '../../content/domain/lecturer.ts'
import { content } from './content.ts'

/** Lecturers under something that they share. */
export interface LecturerGroup {
  readonly key: string
  readonly lecturers: readonly Lecturer[]
}

/** The lecturers whose appointment hadn't ended on a day; later ones can be booked as well. */
export function appointedLecturers(day: IsoDate): Lecturer[] {
  return content.lecturers.value.lecturers.filter(({ appointedUntil }) => appointedUntil >= day)
}

function grouped(
  keys: readonly string[],
  lecturers: readonly Lecturer[],
  keysOf: (lecturer: Lecturer) => readonly string[],
): LecturerGroup[] {
  return keys
    .map((key) => ({ key, lecturers: lecturers.filter((lecturer) => keysOf(lecturer).includes(key)) }))
    .filter((group) => group.lecturers.length > 0)
}

/** Who speaks about what, in the order of `content/topics.yaml`. */
export function byTopic(lecturers: readonly Lecturer[]): LecturerGroup[] {
  return grouped(
    content.topics.map(({ id }) => id),
    lecturers,
    ({ topics }) => topics,
  )
}

/** Who goes where. */
export function bySetting(lecturers: readonly Lecturer[]): LecturerGroup[] {
  return grouped(SettingSchema.options, lecturers, ({ settings }) => settings)
}

/** Who speaks what besides the standard language, in the order in which each language comes first. */
export function byLanguage(lecturers: readonly Lecturer[]): LecturerGroup[] {
  const languages = [...new Set(lecturers.flatMap((lecturer) => lecturer.languages))]
  return grouped(
    languages.filter((language) => language !== '普通话'),
    lecturers,
    (lecturer) => lecturer.languages,
  )
}
