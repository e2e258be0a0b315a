import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkColumns, freshnessOf, freshnessReport } from '../../content/check/freshness.ts'
import { readContent } from '../../content/source/content.ts'
import { CONTENT, withContent } from '../fixtures/content.ts'

const content = readContent(CONTENT)

/** The shipped content with one campaign only, published on a day. */
function campaignsOf(publishAt: string) {
  const [campaign] = content.campaigns
  if (campaign === undefined) throw new Error('no campaign')
  return { ...content, campaigns: [{ ...campaign, value: { ...campaign.value, publishedOn: publishAt } }] }
}

describe('the freshness of a column', () => {
  test.each([
    // News columns: two weeks after the newest entry the column still counts as fresh.
    ['2026-11-01', '2026-11-11', 'fresh', '2026-11-16'],
    ['2026-11-01', '2026-11-12', 'soon', '2026-11-16'],
    ['2026-11-01', '2026-11-15', 'soon', '2026-11-16'],
    ['2026-11-01', '2026-11-16', 'stale', '2026-11-16'],
    ['2024-02-15', '2024-02-29', 'soon', '2024-03-01'],
  ])('of campaigns last changed on %s is on %s %s', (newest, today, state, staleFrom) => {
    expect(freshnessOf(campaignsOf(newest), today).find(({ column }) => column === '普法活动')).toEqual({
      column: '普法活动',
      newest,
      staleFrom,
      state,
    })
  })

  test.each([
    // Policy columns: six months.
    ['2026-08-31', '2027-02-01', 'fresh', '2027-03-01'],
    ['2026-08-31', '2027-02-15', 'soon', '2027-03-01'],
    ['2026-08-31', '2027-02-28', 'soon', '2027-03-01'],
    ['2026-08-31', '2027-03-01', 'stale', '2027-03-01'],
  ])('of lessons last changed on %s is on %s %s', (newest, today, state, staleFrom) => {
    const [lesson] = content.lessons
    if (lesson === undefined) throw new Error('no lesson')
    const one = { ...content, lessons: [{ ...lesson, value: { ...lesson.value, publishedOn: newest } }] }
    expect(freshnessOf(one, today).find(({ column }) => column === '案例课')).toMatchObject({ state, staleFrom })
  })

  test('counts nothing that is published later', () => {
    expect(freshnessOf(campaignsOf('2026-12-01'), '2026-11-30').map(({ column }) => column)).not.toContain('普法活动')
  })

  test('is reported a line a column, the next to go stale first', () => {
    const columns = freshnessOf(content, '2026-11-23')
    expect(columns.map(({ staleFrom }) => staleFrom)).toEqual(columns.map(({ staleFrom }) => staleFrom).toSorted())
    expect(freshnessReport(columns).split('\n')).toHaveLength(columns.length)
  })
})

test('an empty column is a problem, and none of the shipped ones is', () => {
  expect(checkColumns(content)).toEqual([])
  const empty = withContent({}, (folder) => {
    rmSync(join(folder, 'lessons'), { recursive: true })
    return checkColumns(readContent(folder))
  })
  expect(empty).toEqual([
    expect.objectContaining({ place: 'content/lessons/', fault: expect.stringContaining('案例课') }),
  ])
})
