import { changedLaws, type PublishedLawDays, parseCitedLaws, parsePublished } from './law-days.ts'

/**
 * The notice on a page that the service worker took from what it kept: since when, and which of the laws that it cites
 * have changed. Its words stand in the page `/offline/`, so that other pages don't carry them.
 */

// Imports nothing that other pages use too: as a file of its own that would make every page name it.
const ZONE = { timeZone: 'Asia/Shanghai' }

/** The ISO day in Beijing now, which is how Swedes write dates. */
const today = () => new Intl.DateTimeFormat('sv-SE', ZONE).format()

/** Day of an instant as people write it, in Beijing. */
function dayText(lang: string, instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(lang, { ...ZONE, dateStyle: 'long' }).format(date)
}

/** The notice in the language of this page, empty. */
async function notice(): Promise<HTMLElement | null> {
  const prefix = /^\/(?:en|hant)(?=\/)/.exec(location.pathname)?.[0] ?? ''
  // The worker has it for each language of which it has a page.
  const html = (await (await caches.match(`${prefix}/offline/`))?.text()) ?? ''
  const template = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLTemplateElement>('#kept-notice')
  const box = template?.content.firstElementChild
  return box instanceof HTMLElement ? document.importNode(box, true) : null
}

/** The name by which this page speaks of a law. */
function nameOf(id: string): string {
  for (const link of document.querySelectorAll(`main a[href*="/laws/${id}/"]`)) {
    const name = /《[^》]+》/.exec(link.textContent)
    if (name !== null) return name[0]
  }
  const isOwn = location.pathname.endsWith(`/laws/${id}/`)
  return isOwn ? `《${document.querySelector('h1')?.textContent.trim()}》` : ''
}

/** The days published now, from the network alone; none without it. */
async function publishedNow(): Promise<PublishedLawDays> {
  try {
    const response = await fetch('/law-dates.json', { cache: 'no-cache' })
    return (response.ok ? parsePublished(await response.json()) : null) ?? {}
  } catch {
    return {}
  }
}

/** Puts a value where a text has its name; `lang` where the value isn't in the language of the page. */
function fill(element: Element | null, text: string, name: string, value: string, lang?: string): void {
  const [before = '', after = ''] = text.split(`{{${name}}}`)
  const part = document.createElement('span')
  part.textContent = value
  if (lang !== undefined) part.lang = lang
  element?.replaceChildren(before, part, after)
}

/**
 * Shows the notice, and looks again for changed laws whenever the network is back.
 *
 * @param keptAt instant at which the copy came from the network
 */
export async function showKeptNotice(keptAt: string): Promise<void> {
  const box = await notice().catch(() => null)
  if (box === null) return
  const { lang } = document.documentElement
  const kept = box.querySelector('[data-part="kept"]')
  const changed = box.querySelector<HTMLElement>('[data-part="changed"]')
  const [keptText, changedText] = [kept, changed].map((part) => part?.textContent ?? '')
  const cited = parseCitedLaws(document.querySelector<HTMLMetaElement>('meta[name="mingfa:laws"]')?.content ?? '')
  const look = async (): Promise<void> => {
    const ids = changedLaws(cited, await publishedNow(), today())
    if (changed === null || ids.length === 0) return
    const names = ids.map(nameOf).join('')
    fill(changed, changedText ?? '', 'laws', names, lang === 'en' ? 'zh-CN' : undefined)
    changed.hidden = false
  }
  // In the page first and filled then: what a status gets later is read out.
  document.querySelector('main')?.prepend(box)
  fill(kept, keptText ?? '', 'day', dayText(lang, keptAt))
  await look()
  addEventListener('online', () => void look())
}
