import * as z from 'zod/mini'
import { SettingSchema } from './campaign.ts'
import { IsoDateSchema } from './dates.ts'

/**
 * The team of lecturers (普法讲师团) that a department may set up: 法治宣传教育法 第四十七条.
 *
 * No field holds a personal number or address: lecturers are booked through the department.
 */

/** One lecturer (`content/lecturers.yaml`). */
export const LecturerSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  /** An invented person is marked: 周明（示例）. */
  name: z.string().check(z.minLength(2), z.maxLength(20)),
  /** Where they work. */
  unit: z.string().check(z.minLength(2), z.maxLength(40)),
  /** What they do there. */
  post: z.string().check(z.minLength(2), z.maxLength(20)),
  /** What they talk about, one line. */
  about: z.string().check(z.minLength(8), z.maxLength(80)),
  /** Ids from `content/topics.yaml`. */
  topics: z.array(z.string()).check(z.minLength(1), z.maxLength(5)),
  settings: z.array(SettingSchema).check(z.minLength(1)),
  /** Languages, dialects and sign language, the usual one first. */
  languages: z.array(z.string().check(z.minLength(2), z.maxLength(12))).check(z.minLength(1), z.maxLength(4)),
  /** First day of the appointment. */
  appointedFrom: IsoDateSchema,
  /** Last day of the appointment. */
  appointedUntil: IsoDateSchema,
})
export type Lecturer = z.output<typeof LecturerSchema>

/** The whole team. */
export const LecturerListSchema = z.strictObject({
  /** Department that appoints them; a fictional one says 示例. */
  owner: z.string().check(z.minLength(2)),
  publishedOn: IsoDateSchema,
  lecturers: z.array(LecturerSchema).check(z.minLength(1)),
})
export type LecturerList = z.output<typeof LecturerListSchema>
