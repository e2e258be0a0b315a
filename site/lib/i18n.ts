import { createInstance, type i18n, type Resource } from 'i18next'
import { CONTENT_LANGUAGE, type Locale, TRADITIONAL } from './locale.ts'

/**
 * Interface texts: `site/locales/<locale>/<namespace>.json`, asked for as `t('namespace:key')`.
 *
 * Traditional Chinese has the texts of Simplified: its pages are converted as a whole once they are rendered, and converting
 * a text twice would spoil it.
 */

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { eager: true, import: 'default' })

/** Folder of the texts that pages in a language are made from. */
const folderOf = (locale: Locale) => (locale === TRADITIONAL ? CONTENT_LANGUAGE : locale)

function resourcesOf(locale: Locale): Resource {
  const entries = Object.entries(files).flatMap(([path, texts]) => {
    const [, folder, namespace = ''] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    return folder === folderOf(locale) ? [[namespace, texts] as const] : []
  })
  return { [locale]: Object.fromEntries(entries) }
}

function start(locale: Locale): i18n {
  const resources = resourcesOf(locale)
  const instance = createInstance()
  instance.init({
    lng: locale,
    fallbackLng: false,
    ns: Object.keys(resources[locale] ?? {}),
    resources,
    initAsync: false,
    // Astro escapes what it prints.
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_locales, namespace, key) => {
      throw new Error(`site/locales/${folderOf(locale)}/${namespace}.json has no text "${key}". Add it there.`)
    },
    missingInterpolationHandler: (text) => {
      throw new Error(`A value is missing for the text "${text}" (${locale}).`)
    },
  })
  return remembering(instance)
}

/** Every page asks for the same fifty texts, and i18next takes 20 µs to look one up. */
function remembering(instance: i18n): i18n {
  const texts = new Map<unknown, unknown>()
  const lookUp = instance.t
  const remember = (...args: Parameters<typeof lookUp>) => {
    const [key] = args
    if (args.length > 1) return lookUp(...args)
    if (!texts.has(key)) texts.set(key, lookUp(...args))
    return texts.get(key)
  }
  instance.t = remember as typeof lookUp
  return instance
}

const instances: Readonly<Record<Locale, i18n>> = {
  'zh-CN': start('zh-CN'),
  'zh-Hant': start('zh-Hant'),
  en: start('en'),
}

/**
 * The texts of a language.
 *
 * @returns an i18next instance whose `t` throws for a text or a value that doesn't exist, so that the build stops
 */
export function createI18n(locale: Locale): i18n {
  return instances[locale]
}
