import { expect, test } from 'vitest'
import {
  type Responsibility,
  type ResponsibilityStatus,
  responsibilityStatus,
} from '../../content/domain/responsibility.ts'

type Row = Pick<Responsibility, 'progress' | 'dueOn' | 'doneOn'>
const row = (progress: Responsibility['progress'], doneOn?: string): Row => ({
  progress,
  dueOn: '2026-10-31',
  ...(doneOn === undefined ? {} : { doneOn }),
})

test.each<[string, Row, string, ResponsibilityStatus]>([
  ['planned, the day before it is due', row('planned'), '2026-10-30', 'planned'],
  ['planned, on the day', row('planned'), '2026-10-31', 'planned'],
  ['planned, the day after', row('planned'), '2026-11-01', 'overdue'],
  ['under way, the day before', row('under-way'), '2026-10-30', 'under-way'],
  ['under way, on the day', row('under-way'), '2026-10-31', 'under-way'],
  ['under way, the day after', row('under-way'), '2026-11-01', 'overdue'],
  ['under way, the year after', row('under-way'), '2027-01-01', 'overdue'],
  ['done the day before', row('done', '2026-10-30'), '2026-11-23', 'done-on-time'],
  ['done on the day', row('done', '2026-10-31'), '2026-11-23', 'done-on-time'],
  ['done the day after', row('done', '2026-11-01'), '2026-11-23', 'done-late'],
  ['done on time, seen before it was due', row('done', '2026-10-01'), '2026-10-02', 'done-on-time'],
  ['done late, seen on the same day', row('done', '2026-11-01'), '2026-11-01', 'done-late'],
])('a duty due on 2026-10-31 that is %s', (_name, given, today, status) => {
  expect(responsibilityStatus(given, today)).toBe(status)
})
