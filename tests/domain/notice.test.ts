import { describe, expect, test } from 'vitest'
import {
  type Notice,
  NoticeSchema,
  type NoticeStatus,
  noticeAnchor,
  noticeChangedOn,
  noticeStatus,
  noticeTitle,
} from '../../content/domain/notice.ts'

type Answered = Pick<Notice, 'replyBy' | 'reply'>

function due(repliedOn?: string): Answered {
  const replyBy = '2026-03-13'
  if (repliedOn === undefined) return { replyBy }
  return { replyBy, reply: { repliedOn, text: '已经改好，一共三条。', publishedOn: repliedOn } }
}

test.each<[string, Answered, string, NoticeStatus]>([
  ['without a reply, the day before', due(), '2026-03-12', 'open'],
  ['without a reply, on the day', due(), '2026-03-13', 'open'],
  ['without a reply, the day after', due(), '2026-03-14', 'overdue'],
  ['without a reply, the year after', due(), '2027-03-13', 'overdue'],
  ['replied to the day before', due('2026-03-12'), '2026-11-23', 'replied'],
  ['replied to on the day', due('2026-03-13'), '2026-11-23', 'replied'],
  ['replied to the day after', due('2026-03-14'), '2026-11-23', 'replied-late'],
  ['replied to late, seen on that day', due('2026-03-14'), '2026-03-14', 'replied-late'],
])('a notice due on 2026-03-13 %s', (_name, notice, today, status) => {
  expect(noticeStatus(notice, today)).toBe(status)
})

test('a published reply changes an entry', () => {
  expect(noticeChangedOn({ publishedOn: '2026-02-11' })).toBe('2026-02-11')
  expect(noticeChangedOn({ publishedOn: '2026-02-11', reply: due('2026-03-24').reply })).toBe('2026-03-24')
})

test('a title away from the ledger says whether it is a notice or a reminder', () => {
  expect(noticeTitle({ kind: 'statutory', title: '材料过时' })).toBe('普法提示：材料过时')
  expect(noticeTitle({ kind: 'reminder', title: '收押金' })).toBe('普法提醒：收押金')
})

test('an anchor starts with a letter', () => {
  expect(noticeAnchor('2026-03')).toBe('notice-2026-03')
})

describe('an entry of the ledger', () => {
  const notice = {
    id: '2026-01',
    kind: 'statutory',
    number: '明司提〔2026〕1号',
    title: '没有日常学法',
    issuer: '某市司法局（示例）',
    addressee: '某市人社局（示例）',
    issuedOn: '2026-02-06',
    publishedOn: '2026-02-11',
    matter: '计划四次，实际只办了一次。',
    basis: ['《法治宣传教育法》第五十七条'],
    actions: ['补办三次。'],
    replyBy: '2026-03-13',
  }

  test('is accepted without a reply', () => {
    expect(NoticeSchema.parse(notice)).toEqual(notice)
  })

  test.each<[string, object]>([
    ['an id without year', { id: '01' }],
    ['an unknown kind', { kind: 'warning' }],
    ['a number without 〔〕', { number: '明司提1号' }],
    ['no basis', { basis: [] }],
    ['no action', { actions: [] }],
    ['no deadline', { replyBy: undefined }],
    ['a reply without a day', { reply: { text: '已经改好，一共三条。', publishedOn: '2026-03-01' } }],
    ['a status of its own', { status: 'replied' }],
  ])('with %s is refused', (_name, fault) => {
    expect(NoticeSchema.safeParse({ ...notice, ...fault }).success).toBe(false)
  })
})
