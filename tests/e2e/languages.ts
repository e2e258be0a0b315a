/** The language of every text of a page, as a browser and a screen reader see it. */

/** A text that people read or hear: between tags, in an attribute, in the head or in the data of the page. */
export interface ReadText {
  /** Where it stands: a tag, or tag and attribute. */
  readonly where: string
  readonly text: string
  /** The nearest `lang`. */
  readonly lang: string
}

/**
 * All texts of a page with their languages; runs in the browser, on the page's own document or on that of `html`.
 *
 * @param html a page to parse, without running it
 */
export function readTexts(html?: string): ReadText[] {
  const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html')
  const READ = ['title', 'alt', 'aria-label', 'placeholder', 'label', 'content']
  const found: ReadText[] = []
  const langOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? ''
  const add = (element: Element, where: string, text: string) => {
    if (text.trim() !== '') found.push({ where, text: text.trim(), lang: langOf(element) })
  }
  for (const element of page.querySelectorAll('*')) {
    const tag = element.localName
    // What other sites show of a page has its own tag for the language.
    const isShared = element.hasAttribute('property')
    for (const name of isShared ? [] : READ) {
      const value = element.getAttribute(name)
      if (value !== null) add(element, `${tag}[${name}]`, value)
    }
    const isCode = tag === 'style' || (tag === 'script' && !/json$/.test(element.getAttribute('type') ?? ''))
    // A parser that runs no scripts takes what stands in noscript for elements; one that does, for text.
    if (isCode || (tag === 'noscript' && html === undefined)) continue
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) add(element, tag, node.textContent ?? '')
  }
  return found
}

const HAN = /\p{Script=Han}/u

/** The characters of Big5 with its Hong Kong supplement: what is written in Traditional Chinese. */
function traditionalCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('big5')
  const characters = new Set<string>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      for (const character of decoder.decode(new Uint8Array([lead, trail]))) characters.add(character)
    }
  }
  // Forms of Hong Kong's own list of characters that Big5 has in another shape only (說, 著, 戶).
  for (const character of '説着户衞税閲脱温麪鈎鋭鋭悦兑蜕棁') characters.add(character)
  return characters
}

const TRADITIONAL = traditionalCharacters()

/** Why a text is in the wrong language; nothing when it is in the right one. */
export function languageFault({ text, lang, where }: ReadText): string | undefined {
  // Data names its own language, as JSON-LD does with inLanguage.
  if (where === 'script' && lang === 'en') return undefined
  const told = `${where}, lang="${lang}": ${text.slice(0, 60)}`
  if (!/^(zh-CN|zh-Hant|en)$/.test(lang)) return `unknown language: ${told}`
  if (lang === 'en') return HAN.test(text) ? `Chinese in English: ${told}` : undefined
  if (lang === 'zh-CN') return undefined
  const simplified = [...text].filter((character) => HAN.test(character) && !TRADITIONAL.has(character))
  return simplified.length > 0 ? `${[...new Set(simplified)].join('')} in Traditional: ${told}` : undefined
}
