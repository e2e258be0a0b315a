import type { Activity, ActivityList } from '../domain/activity.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { idsOf } from './names.ts'
import { PAGE_REF, referencedPages } from './page-refs.ts'
import { checkYearFile } from './year-file.ts'

/** Records of activities that bear another year's name, name what isn't there, stand twice or haven't been held yet. */
export function checkActivities(content: Content, today: IsoDate): Problem[] {
  const laws = idsOf(content.laws)
  const pages = referencedPages(content)
  return content.activities.flatMap((list) => [
    ...checkYearFile(list, (file) => `${list.value.year}年的活动记录放在了 ${file} 里。`),
    ...list.value.activities.flatMap((activity, index) => {
      const at: At = (...keys) => list.source.place(['activities', index, ...keys])
      return [
        ...checkPlace(list.value, index, today, at),
        ...checkDuty(activity, list.value, content, at),
        ...activity.laws.flatMap((law, number) =>
          laws.has(law)
            ? []
            : [
                {
                  place: at('laws', number),
                  fault: `没有编号为“${law}”的法律。`,
                  fix: '用 content/laws/ 里的文件名，不带 .yaml。',
                },
              ],
        ),
        ...activity.evidence.flatMap((name, number) =>
          !PAGE_REF.test(name) || pages.has(name)
            ? []
            : [
                {
                  place: at('evidence', number),
                  fault: `没有“${name}”这一页。`,
                  fix: '写文件夹和文件名，例如 campaigns/winter-wages-2026。',
                },
              ],
        ),
      ]
    }),
  ])
}

type At = (...keys: PropertyKey[]) => string

function checkPlace(list: ActivityList, index: number, today: IsoDate, at: At): Problem[] {
  const activity = list.activities[index]
  if (activity === undefined) return []
  const problems: Problem[] = []
  if (list.activities.findIndex(({ id }) => id === activity.id) !== index) {
    problems.push({ place: at('id'), fault: `编号“${activity.id}”用了两次。`, fix: '每条记录用自己的编号。' })
  }
  if (!activity.heldOn.startsWith(`${list.year}-`)) {
    problems.push({
      place: at('heldOn'),
      fault: `${activity.heldOn} 不在${list.year}年。`,
      fix: '改正日期，或者放到那一年的文件里。',
    })
  }
  if (activity.heldOn > today) {
    problems.push({
      place: at('heldOn'),
      fault: `${activity.heldOn} 还没有到。`,
      fix: '活动办完以后再记；预告写成普法活动。',
    })
  }
  return problems
}

function checkDuty(activity: Activity, list: ActivityList, content: Content, at: At): Problem[] {
  const row = activity.responsibility
  if (row === undefined) return []
  const duties = content.responsibilities.filter(({ value }) => value.year === list.year)
  if (duties.some(({ value }) => value.rows.some(({ id }) => id === row))) return []
  return [
    {
      place: at('responsibility'),
      fault: `${list.year}年的责任清单里没有编号为“${row}”的一行。`,
      fix: `用 content/responsibilities/${list.year}.yaml 里的编号，或者删去这一行。`,
    },
  ]
}
