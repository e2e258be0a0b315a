import type { Activity } from '../../domain/activity.ts'
import { comment, entryText, inline } from '../yaml-text.ts'

/** The head of a year's record that doesn't exist yet; activities follow. */
export function activityListHead(year: number, owner: string): string {
  return [
    ...comment(`${year}年普法活动记录。`),
    `year: ${year}`,
    ...comment('记录单位。'),
    `owner: ${inline(owner)}`,
    'activities:',
    '',
  ].join('\n')
}

/** The record of an activity, explained. */
export function activityText(activity: Activity): string {
  const lines = [
    ...comment('编号：同一年里不能重复。'),
    `id: ${activity.id}`,
    ...comment('活动名称：4～30个字。'),
    `title: ${inline(activity.title)}`,
    ...comment('哪一天办的；办了几天的，写最后一天。'),
    `heldOn: ${activity.heldOn}`,
    ...comment('地点。'),
    `place: ${inline(activity.place)}`,
    ...comment('对象。'),
    `audience: ${inline(activity.audience)}`,
    ...comment('到场人数。'),
    `people: ${activity.people}`,
    ...(activity.responsibility === undefined
      ? []
      : [...comment('完成责任清单的哪一行：当年清单里的编号。'), `responsibility: ${activity.responsibility}`]),
    ...comment('讲了哪些法：content/laws/ 里的文件名，不带 .yaml。'),
    `laws: ${inline(activity.laws)}`,
    ...comment('做了什么：10～200个字。不写个人信息。'),
    `summary: ${inline(activity.summary)}`,
    ...comment('佐证：写本站页面（如 campaigns/winter-wages-2026），或者一句话说明留存的记录。'),
    'evidence:',
    ...activity.evidence.map((text) => `  - ${inline(text)}`),
  ]
  return entryText(lines)
}
