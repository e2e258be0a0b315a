import type { IsoDate } from '../../content/domain/dates.ts'
import {
  NOTICE_STATUSES,
  type NoticeList,
  type NoticeStatus,
  noticeChangedOn,
  noticeStatus,
  noticeTitle,
} from '../../content/domain/notice.ts'
import { content } from './content.ts'

/** How many notices of a year stand where on a day; states without a notice are left out. */
export function countNotices(list: NoticeList, day: IsoDate): { status: NoticeStatus; count: number }[] {
  const statuses = list.notices.map((notice) => noticeStatus(notice, day))
  return NOTICE_STATUSES.map((status) => ({
    status,
    count: statuses.filter((other) => other === status).length,
  })).filter(({ count }) => count > 0)
}

/** The notices as pages of a feed: a reply makes an entry new. */
export const noticePages = content.notices.flatMap(({ value }) =>
  value.notices.map((notice) => ({
    id: notice.id,
    title: `${noticeTitle(notice)}（${notice.number}）`,
    summary: notice.matter,
    drafter: notice.issuer,
    publishedOn: notice.publishedOn,
    reviewedOn: noticeChangedOn(notice),
  })),
)
