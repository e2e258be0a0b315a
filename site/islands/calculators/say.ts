import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../../lib/locale.ts'

/** Texts of a calculator. As in `islands/i18n.ts` the build resolves them and the browser fills values in. */

/** Key → text with `{{value}}` still in it. */
export interface CalculatorTexts {
  readonly locale: Locale
  readonly texts: Readonly<Record<string, string>>
}

/** What the parts of a calculator can ask for. */
export interface Wording {
  readonly locale: Locale
  /** A text with its values; the key itself when there is no such text. */
  say(key: string, values?: Readonly<Record<string, string>>): string
  /** Whether there is such a text: not every field has a hint. */
  has(key: string): boolean
}

/**
 * Makes the wording from the texts that a page passes.
 *
 * @example createWording({ locale: 'en', texts: { 'units.money': '{{value}} yuan' } }).say('units.money', { value: '5' }) // '5 yuan'
 */
export function createWording({ locale, texts }: CalculatorTexts): Wording {
  return {
    locale,
    has: (key) => Object.hasOwn(texts, key),
    say: (key, values = {}) =>
      (texts[key] ?? key).replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => values[name] ?? ''),
  }
}

/** Provided by the outermost component of a calculator. */
export const WordingContext = createContext<Wording>(createWording({ locale: 'zh-CN', texts: {} }))

/** The wording of the calculator around a component. */
export const useWording = (): Wording => useContext(WordingContext)
