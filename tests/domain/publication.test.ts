import { describe, expect, test } from 'vitest'
import { isPublished, PublishAtSchema, publishedOn } from '../../content/domain/publication.ts'

describe('the minute of publication', () => {
  test.each(['2026-11-02 09:00', '2028-02-29 00:00', '2026-12-31 23:59'])('may be %s', (text) => {
    expect(PublishAtSchema.parse(text)).toBe(text)
    expect(publishedOn(text)).toBe(text.slice(0, 10))
  })

  test.each([
    '2026-11-02',
    '2026-11-02 9:00',
    '2026-11-02 24:00',
    '2026-11-02 09:60',
    '2026-02-30 09:00',
    '2026-11-02T09:00',
    '',
  ])('is never “%s”', (text) => {
    expect(PublishAtSchema.safeParse(text).success).toBe(false)
  })
})

describe('a page', () => {
  // 09:00 in Beijing is 01:00 UTC.
  const publishAt = '2026-11-02 09:00'

  test.each([
    ['a minute before', { publishAt }, '2026-11-02T00:59:59Z', false],
    ['at its minute', { publishAt }, '2026-11-02T01:00:00Z', true],
    ['after it', { publishAt, draft: false }, '2027-01-01T00:00:00Z', true],
    ['as a draft', { publishAt, draft: true }, '2027-01-01T00:00:00Z', false],
    ['without a minute', {}, '2020-01-01T00:00:00Z', true],
  ])('%s is published: %s', (_name, page, now, published) => {
    expect(isPublished(page, Date.parse(now))).toBe(published)
  })
})
