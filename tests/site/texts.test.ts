import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createI18n } from '../../site/lib/i18n.ts'
import { LOCALES, type Locale, TRADITIONAL } from '../../site/lib/locale.ts'

const folder = join(import.meta.dirname, '../../site/locales')

/** Every text of a value by its path, such as `nav.home`. */
function textsOf(value: unknown, path: readonly string[] = []): [path: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
}

/** The texts of a language, `namespace:path` → text. */
function readTexts(locale: Locale): Map<string, unknown> {
  return new Map(
    readdirSync(join(folder, locale)).flatMap((file) => {
      const texts = textsOf(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')))
      return texts.map(([path, text]) => [`${file.replace('.json', '')}:${path}`, text] as const)
    }),
  )
}

/** Plural forms differ between languages: their keys count as one. */
const PLURAL = /_(zero|one|two|few|many|other)$/

const singular = (key: string) => key.replace(PLURAL, '')
const valuesIn = (text: unknown) => [...String(text).matchAll(/\{\{\s*([\w-]+)/g)].map(([, name]) => name)

const [first, ...others] = LOCALES.filter((locale) => locale !== TRADITIONAL)
if (first === undefined) throw new Error('There are no texts.')
const texts = readTexts(first)

describe.each(others)('the texts in %s', (locale) => {
  const translated = readTexts(locale)

  it('are the same as in the first language, key by key', () => {
    expect(texts.size).toBeGreaterThan(200)
    const keys = (of: Map<string, unknown>) => [...new Set([...of.keys()].map(singular))].toSorted()
    expect(keys(translated)).toEqual(keys(texts))
  })

  it('take the same values', () => {
    for (const [key, text] of texts) {
      const forms = [...translated].filter(([other]) => singular(other) === singular(key)).map(([, form]) => form)
      // One form may do without a value (one result); all forms together may not.
      const taken = new Set(forms.flatMap(valuesIn))
      expect([key, ...[...taken].toSorted()]).toEqual([key, ...[...new Set(valuesIn(text))].toSorted()])
    }
  })
})

it.each([first, ...others])('every text in %s says something', (locale) => {
  for (const [key, text] of readTexts(locale)) {
    expect([key, typeof text]).toEqual([key, 'string'])
    expect(String(text).trim(), key).not.toBe('')
  }
})

describe('asking for a text', () => {
  it('gives it in the language asked for, with its values', () => {
    expect(createI18n('zh-CN').t('site:nav.laws')).toBe('法律条文')
    expect(createI18n('en').t('site:nav.laws')).toBe('Laws')
    // Converted with the page.
    expect(createI18n('zh-Hant').t('site:nav.laws')).toBe('法律条文')
    expect(createI18n('en').t('quiz:rules.pass-value', { marks: 60 })).toContain('60')
  })

  it('stops the build where there is none, naming file and key', () => {
    expect(() => createI18n('en').t('site:nav.nothing')).toThrow('site/locales/en/site.json has no text "nav.nothing"')
  })

  it('stops the build where a value is missing', () => {
    expect(() => createI18n('en').t('quiz:rules.pass-value')).toThrow('A value is missing')
  })
})
