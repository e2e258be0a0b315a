import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../lib/locale.ts'
import type certificates from '../locales/zh-CN/certificates.json'
import type console from '../locales/zh-CN/console.json'
import type quiz from '../locales/zh-CN/quiz.json'
import type report from '../locales/zh-CN/report.json'

/**
 * Texts of the islands. i18next resolves them while the page is built (`page-data.ts`), and the page passes the sections
 * that its island uses; the browser only fills values in. i18next itself would weigh 16 of the 40 kB that the practice
 * page may weigh.
 */

type Namespaces = typeof quiz & typeof report & typeof certificates & typeof console
type KeysOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}` }[keyof T & string]

/** A section of the texts: everything but those of the pages themselves, which need no script. */
export type Section = Exclude<keyof Namespaces, 'pages'>
/** The key of a text, such as `practice.start`. */
export type TextKey = KeysOf<Pick<Namespaces, Section>>
/** Gives a text with its values filled in. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/** What a page passes to an island: key → text with `{{value}}` still in it. */
export interface IslandTexts {
  readonly locale: Locale
  readonly texts: Readonly<Record<string, string>>
}

/** What every component of an island can ask for. */
export interface Language {
  readonly locale: Locale
  readonly t: Translate
}

/**
 * Makes the language of an island from what the page passed. A value that isn't given is left out of the text.
 *
 * @example createLanguage({ locale: 'en', texts: { 'rules.pass-value': '{{marks}} marks' } }).t('rules.pass-value', { marks: 60 }) // '60 marks'
 */
export function createLanguage({ locale, texts }: IslandTexts): Language {
  return {
    locale,
    t: (key, values = {}) =>
      (texts[key] ?? key).replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
  }
}

/** Provided by the outermost component of each island. */
export const LanguageContext = createContext<Language>({ locale: 'zh-CN', t: (key) => key })

/** The language of the island around a component. */
export const useLanguage = (): Language => useContext(LanguageContext)
