import { CONTENT_LANGUAGE, TRADITIONAL } from './locale.ts'

/**
 * A rendered page with its Chinese converted: text, attributes that people read or hear, data of islands and of scripts.
 * Addresses, ids, classes and code stay, and so does everything within an element of another language.
 */

/** Makes the Traditional form of a text. */
type Convert = (text: string) => string

const CHINESE = /\p{Script=Han}/u

/** Comment or doctype; script or style with its content; a tag; text. */
const TOKEN =
  /<!--[\s\S]*?-->|<![^>]*>|<(?<raw>script|style)\b(?<rawAttributes>(?:"[^"]*"|'[^']*'|[^'">])*)>(?<code>[\s\S]*?)<\/\k<raw>>|<(?<close>\/?)(?<name>[a-zA-Z][\w-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+/g

const ATTRIBUTE = /(?<name>[^\s=/]+)="(?<value>[^"]*)"/g

/** Elements without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** Attributes that are read or heard. Of data attributes, those whose texts a script shows. */
const READ =
  /^(?:title|alt|placeholder|label|content|aria-(?:label|description|roledescription|valuetext|placeholder))$|^data-(?!office$)/

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&#x3C;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#38;': '&',
}

const decode = (value: string) =>
  value.replace(/&(?:quot|lt|gt|amp|#34|#38|#39|#x27|#x3C);/g, (entity) => ENTITIES[entity] ?? entity)
const encode = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/**
 * Every text of a value. A table whose keys are Chinese is for looking texts up, Simplified ones of the service as well as
 * converted ones of the page: it gets both keys.
 */
function convertValue(value: unknown, convert: Convert): unknown {
  if (typeof value === 'string') return CHINESE.test(value) ? convert(value) : value
  if (Array.isArray(value)) return value.map((item) => convertValue(item, convert))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'inLanguage' && inner === CONTENT_LANGUAGE) return [[key, TRADITIONAL]]
      const converted = convertValue(inner, convert)
      return [...new Set([key, CHINESE.test(key) ? convert(key) : key])].map((name) => [name, converted])
    }),
  )
}

const convertJson = (json: string, convert: Convert) => JSON.stringify(convertValue(JSON.parse(json), convert))

function convertAttributes(element: string, attributes: string, convert: Convert): string {
  if (!CHINESE.test(attributes)) return attributes
  return attributes.replace(ATTRIBUTE, (all, name: string, value: string) => {
    if (!CHINESE.test(value)) return all
    if (element === 'astro-island' && name === 'props')
      return `${name}="${encode(convertJson(decode(value), convert))}"`
    return READ.test(name) ? `${name}="${convert(value)}"` : all
  })
}

/**
 * Converts what is in Traditional Chinese, by the `lang` attributes, of a page whose texts are still in Simplified.
 *
 * @throws {Error} when the elements aren't well nested, because the language of what follows would be a guess
 */
export function toTraditionalHtml(html: string, convert: Convert): string {
  const open: { readonly name: string; readonly converts: boolean }[] = []
  let converts = false
  let end = 0
  const converted = html.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>
    end += token.length
    const { raw, rawAttributes = '', code = '', close, name, attributes = '' } = groups
    if (raw !== undefined) {
      const isData = /type="application\/(?:ld\+)?json"/.test(rawAttributes)
      if (!converts || !isData || !CHINESE.test(code)) return token
      return `<${raw}${rawAttributes}>${convertJson(code, convert).replaceAll('<', '\\u003c')}</${raw}>`
    }
    if (name === undefined) return converts && !token.startsWith('<') && CHINESE.test(token) ? convert(token) : token
    if (close === '/') {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? 'nothing'}>.`)
      converts = open.at(-1)?.converts ?? false
      return token
    }
    const lang = /\slang="([^"]*)"/.exec(attributes)?.[1]
    const own = lang === undefined ? converts : lang === TRADITIONAL
    if (!VOID.test(name) && !attributes.endsWith('/')) {
      open.push({ name, converts: own })
      converts = own
    }
    return own ? `<${close}${name}${convertAttributes(name, attributes, convert)}>` : token
  })
  if (end !== html.length) throw new Error(`A "<" near character ${end} starts no tag.`)
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> isn't closed.`)
  return converted
}
