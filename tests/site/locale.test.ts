import { describe, expect, it } from 'vitest'
import { contentLang, itemStaticPaths, localePath, localeStaticPaths } from '../../site/lib/locale.ts'
import { currentMark } from '../../site/lib/navigation.ts'

describe('addresses', () => {
  it.each([
    ['zh-CN', '/', '/'],
    ['en', '/', '/en/'],
    ['zh-CN', '/laws/labour-law/#art-50', '/laws/labour-law/#art-50'],
    ['en', '/laws/labour-law/#art-50', '/en/laws/labour-law/#art-50'],
    ['en', '/search/?q=工伤', '/en/search/?q=工伤'],
  ] as const)('in %s, %s is %s', (locale, path, address) => {
    expect(localePath(locale, path)).toBe(address)
  })

  it('exist in every language, Chinese at the root', () => {
    expect(localeStaticPaths()).toEqual([
      { params: { locale: undefined }, props: { locale: 'zh-CN' } },
      { params: { locale: 'en' }, props: { locale: 'en' } },
    ])
  })

  it('exist for every item in every language', () => {
    const paths = itemStaticPaths(['a', 'b'], (item) => `${item}-page`)
    expect(paths.map(({ params, props }) => [params.locale, params.slug, props.item, props.locale])).toEqual([
      [undefined, 'a-page', 'a', 'zh-CN'],
      [undefined, 'b-page', 'b', 'zh-CN'],
      ['en', 'a-page', 'a', 'en'],
      ['en', 'b-page', 'b', 'en'],
    ])
  })
})

it('marks content as Chinese only on pages in another language', () => {
  expect(contentLang('zh-CN')).toBeUndefined()
  expect(contentLang('en')).toBe('zh-CN')
})

it.each([
  ['/laws/', '/laws/', 'page'],
  ['/laws/', '/laws/labour-law/', 'true'],
  ['/laws/', '/lessons/', undefined],
  ['/laws/', '/', undefined],
] as const)('the menu entry %s on the page %s is marked %s', (entry, path, mark) => {
  expect(currentMark(entry, path)).toBe(mark)
})
