import { describe, expect, test } from 'vitest'
import { RemedyGroupSchema, type Way } from '../../content/domain/remedy.ts'
import { citedBy, citedLaws } from '../../site/lib/back-links.ts'
import { content } from '../../site/lib/content.ts'
import { glossary, glossarySections, termsNamed } from '../../site/lib/glossary.ts'
import { appointedLecturers, byLanguage, bySetting, byTopic } from '../../site/lib/lecturers.ts'
import { namedPage } from '../../site/lib/named-pages.ts'
import { COLUMN_OF, pagePath, remedies } from '../../site/lib/pages.ts'
import { leadingLimits, ownLimit, remedySections } from '../../site/lib/remedies.ts'
import { findables, namedTerms } from '../../site/search/findables.ts'

/** Remedies, glossary and lecturers as pages have them. */

describe('addresses', () => {
  test.each([
    ['remedy', 'unpaid-wages', '/remedies/unpaid-wages/'],
    ['term', 'limitation', '/glossary/#limitation'],
  ] as const)('of %s %s', (kind, id, path) => {
    expect(pagePath(kind, id)).toBe(path)
  })

  test('have a column of their own for every kind', () => {
    const columns = Object.values(COLUMN_OF)
    expect(new Set(columns).size).toBe(columns.length)
  })

  test.each(['remedies/unpaid-wages', 'calculators/limitation', 'explainers/unpaid-wages'])(
    'of %s are found by the name that content uses',
    (name) => {
      expect(namedPage(name)?.path).toBe(`/${name}/`)
    },
  )
})

describe('situations', () => {
  test('stand once each, by group and in their order', () => {
    expect(remedySections.map(({ group }) => group)).toEqual(RemedyGroupSchema.options)
    const listed = remedySections.flatMap(({ remedies: own }) => own)
    expect(listed.map(({ id }) => id).toSorted()).toEqual(remedies.map(({ id }) => id).toSorted())
    for (const { remedies: own } of remedySections) {
      const places = own.map(({ order }) => order)
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
    }
  })

  /** A way with deadlines, `*` before those of the other side. */
  const way = (...limits: string[]): Pick<Way, 'deadlines'> => ({
    deadlines: limits.map((text) => ({
      limit: text.replace('*', ''),
      by: text.startsWith('*') ? 'other' : 'reader',
      from: '从那天起算。',
    })),
  })

  test.each([
    [way('1年内申请', '15日内起诉'), '1年内申请'],
    [way('*单位30日内申请', '1年内自己申请'), '1年内自己申请'],
    [way('*60日内办结'), undefined],
    [way(), undefined],
  ])('show the first deadline of the reader, never one of the other side: %j', (own, limit) => {
    expect(ownLimit(own)).toBe(limit)
  })

  test('show each deadline once', () => {
    const ways = remedies.find(({ id }) => id === 'collective-contract')?.ways ?? []
    expect(ways.map(ownLimit)).toEqual([undefined, '1年内申请仲裁', '1年内申请仲裁'])
    expect(leadingLimits({ ways })).toEqual(['1年内申请仲裁'])
  })

  test('are cited by the articles that they rest on', () => {
    for (const { id } of remedies) {
      const laws = citedLaws('remedy', id)
      expect(laws.length).toBeGreaterThan(0)
      for (const { law, articles } of laws) {
        for (const { number } of articles) {
          expect(citedBy(law.id, number).pages.some(({ kind, id: own }) => kind === 'remedy' && own === id)).toBe(true)
        }
      }
    }
  })

  test('can be found, by the words of those who are in them', () => {
    const found = findables.filter(({ kind }) => kind === 'remedy')
    expect(found.map(({ path }) => path)).toEqual(remedies.map(({ id }) => `/remedies/${id}/`))
    expect(found.find(({ path }) => path === '/remedies/unpaid-wages/')?.keywords).toContain('讨薪')
  })
})

describe('the glossary', () => {
  test('has a section for each letter that a word begins with, from A to Z', () => {
    const initials = glossarySections.map(({ initial }) => initial)
    expect(initials).toEqual([...new Set(glossary.terms.map(({ initial }) => initial))].toSorted())
    expect(glossarySections.flatMap(({ terms }) => terms)).toEqual(glossary.terms)
  })

  test('gives words by their ids and leaves out what it doesn’t have', () => {
    expect(termsNamed(['limitation', 'weather', 'payment-order']).map(({ term }) => term)).toEqual([
      '仲裁时效',
      '支付令',
    ])
  })

  test('has a word for every id that a situation names', () => {
    for (const { terms } of remedies) expect(termsNamed(terms)).toHaveLength(terms.length)
  })

  test('hands all its words to search', () => {
    expect(namedTerms.map(([id]) => id)).toEqual(glossary.terms.map(({ id }) => id))
  })

  test('is cited by the articles that define its words', () => {
    const kinds = citedBy('labour-dispute-law', '27').pages.filter(({ kind }) => kind === 'term')
    expect(kinds.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['limitation', 'limitation-suspension', 'limitation-interruption']),
    )
  })
})

describe('lecturers', () => {
  const all = content.lecturers.value.lecturers
  const first = all[0]
  const last = first?.appointedUntil ?? ''

  test('can be booked to the last day of their appointment and not after it', () => {
    expect(first).toBeDefined()
    expect(appointedLecturers(last)).toContain(first)
    expect(appointedLecturers('2999-01-01')).toEqual([])
    expect(appointedLecturers('2026-07-01').map(({ id }) => id)).not.toContain('luo-yi')
    expect(appointedLecturers('2026-06-30').map(({ id }) => id)).toContain('luo-yi')
  })

  test('are found under each of their topics, settings and languages', () => {
    for (const [groups, keysOf] of [
      [byTopic(all), (own: (typeof all)[number]) => own.topics],
      [bySetting(all), (own: (typeof all)[number]) => own.settings],
      [byLanguage(all), (own: (typeof all)[number]) => own.languages.filter((language) => language !== '普通话')],
    ] as const) {
      for (const own of all) {
        const found = groups.filter(({ lecturers }) => lecturers.includes(own)).map(({ key }) => key)
        expect([own.id, found.toSorted()]).toEqual([own.id, [...keysOf(own)].toSorted()])
      }
    }
  })

  test('leave out what nobody speaks about', () => {
    expect(byTopic([])).toEqual([])
    expect(byTopic(all.slice(0, 1)).map(({ key }) => key)).toEqual(['dismissal', 'disputes'])
  })
})
