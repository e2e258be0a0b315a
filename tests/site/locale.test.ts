import { describe, expect, it } from 'vitest'
import {
  contentLang,
  isChinese,
  itemStaticPaths,
  localePath,
  localeStaticPaths,
  pathWithoutLocale,
  serviceLang,
  textLang,
} from '../../site/lib/locale.ts'
import { currentMark } from '../../site/lib/navigation.ts'

describe('addresses', () => {
  it.each([
    ['zh-CN', '/', '/'],
    ['en', '/', '/en/'],
    ['zh-Hant', '/', '/hant/'],
    ['zh-Hant', '/laws/labour-law/#art-50', '/hant/laws/labour-law/#art-50'],
    ['zh-CN', '/laws/labour-law/#art-50', '/laws/labour-law/#art-50'],
    ['en', '/laws/labour-law/#art-50', '/en/laws/labour-law/#art-50'],
    ['en', '/search/?q=工伤', '/en/search/?q=工伤'],
  ] as const)('in %s, %s is %s', (locale, path, address) => {
    expect(localePath(locale, path)).toBe(address)
    expect(pathWithoutLocale(address)).toBe(path)
  })

  it.each(['/english/', '/hantavirus/', '/laws/en/', '/enter', ''])('%s names no language', (address) => {
    expect(pathWithoutLocale(address)).toBe(address)
  })

  it('exist in every language, Simplified Chinese at the root', () => {
    expect(localeStaticPaths()).toEqual([
      { params: { locale: undefined }, props: { locale: 'zh-CN' } },
      { params: { locale: 'hant' }, props: { locale: 'zh-Hant' } },
      { params: { locale: 'en' }, props: { locale: 'en' } },
    ])
  })

  it('exist for every item in every language', () => {
    const paths = itemStaticPaths(['a', 'b'], (item) => `${item}-page`)
    expect(paths.map(({ params, props }) => [params.locale, params.slug, props.item, props.locale])).toEqual([
      [undefined, 'a-page', 'a', 'zh-CN'],
      ['hant', 'a-page', 'a', 'zh-Hant'],
      ['en', 'a-page', 'a', 'en'],
      [undefined, 'b-page', 'b', 'zh-CN'],
      ['hant', 'b-page', 'b', 'zh-Hant'],
      ['en', 'b-page', 'b', 'en'],
    ])
  })
})

describe('the language of a text that differs from its page', () => {
  it('is marked on content only on English pages, because Traditional ones are converted', () => {
    expect((['zh-CN', 'zh-Hant', 'en'] as const).map(contentLang)).toEqual([undefined, undefined, 'zh-CN'])
    expect((['zh-CN', 'zh-Hant', 'en'] as const).map(isChinese)).toEqual([true, true, false])
  })

  it('is marked on what the service answers everywhere but on Simplified pages', () => {
    expect((['zh-CN', 'zh-Hant', 'en'] as const).map(serviceLang)).toEqual([undefined, 'zh-CN', 'zh-CN'])
  })

  it.each([
    ['en', '劳动法', 'zh-CN'],
    ['en', 'Kit 2：工地', 'zh-CN'],
    ['en', 'Labour Law', undefined],
    ['en', '', undefined],
    ['zh-CN', '劳动法', undefined],
    ['zh-Hant', '劳动法', undefined],
  ] as const)('in %s, that of “%s” is seen by its characters', (locale, text, lang) => {
    expect(textLang(locale, text)).toBe(lang)
  })
})

it.each([
  ['/laws/', '/laws/', 'page'],
  ['/laws/', '/laws/labour-law/', 'true'],
  ['/laws/', '/lessons/', undefined],
  ['/laws/', '/', undefined],
] as const)('the menu entry %s on the page %s is marked %s', (entry, path, mark) => {
  expect(currentMark(entry, path)).toBe(mark)
})
