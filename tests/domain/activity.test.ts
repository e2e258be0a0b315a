import { describe, expect, test } from 'vitest'
import { type Activity, ActivityListSchema, activitiesFor, activityLine } from '../../content/domain/activity.ts'

function activity(own: Partial<Activity> = {}): Activity {
  return {
    id: 'site-day',
    title: '进工地讲工资',
    heldOn: '2026-11-20',
    place: '云澜市某项目部',
    audience: ['农民工', '班组长'],
    people: 86,
    responsibility: 'site-wages',
    laws: ['labour-law'],
    summary: '讲了工资专用账户，登记投诉两件。',
    evidence: ['签到表86人。'],
    ...own,
  }
}

const list = (year: number, ...activities: Activity[]) => ({ year, owner: '省厅（示例）', activities })

describe('the activities for a duty', () => {
  test('are those of its year that name it, the earliest first', () => {
    const lists = [
      list(2026, activity(), activity({ id: 'earlier', heldOn: '2026-03-01' }), activity({ responsibility: 'other' })),
      list(2025, activity({ id: 'year-before', heldOn: '2025-03-01' })),
    ]
    expect(activitiesFor(lists, 2026, 'site-wages').map(({ id }) => id)).toEqual(['earlier', 'site-day'])
    expect(activitiesFor(lists, 2024, 'site-wages')).toEqual([])
  })

  test('read as one line', () => {
    expect(activityLine(activity())).toBe(
      '活动记录：2026-11-20，云澜市某项目部，进工地讲工资，农民工、班组长86人。讲了工资专用账户，登记投诉两件。',
    )
  })
})

test.each<[string, Partial<Record<keyof Activity, unknown>>]>([
  ['nobody', { people: 0 }],
  ['half a person', { people: 1.5 }],
  ['a day that does not exist', { heldOn: '2026-02-30' }],
  ['no law', { laws: [] }],
  ['no audience', { audience: [] }],
  ['no evidence', { evidence: [] }],
  ['a short summary', { summary: '讲课。' }],
  ['an id with a blank', { id: 'a b' }],
])('an activity with %s is refused', (_name, own) => {
  const file = { ...list(2026), activities: [{ ...activity(), ...own }] }
  expect(ActivityListSchema.safeParse(file).success).toBe(false)
})
