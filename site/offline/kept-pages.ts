import { CACHES, KEPT_AT, PRACTICE_CACHE } from './names.ts'

/** The page `/offline/`: what is kept, the page read last first, and why the page asked for isn't there. */

interface KeptPage {
  readonly path: string
  readonly title: string
  readonly lang: string
  readonly keptAt: string
}

async function keptPages(): Promise<KeptPage[]> {
  const cache = await caches.open(CACHES.pages)
  const pages = (await cache.keys()).map(async (key): Promise<KeptPage> => {
    const response = await cache.match(key)
    const page = new DOMParser().parseFromString((await response?.text()) ?? '', 'text/html')
    return {
      path: new URL(key.url).pathname,
      title: page.querySelector('h1')?.textContent.trim() || page.title,
      lang: page.querySelector<HTMLElement>('h1')?.lang || page.documentElement.lang,
      keptAt: response?.headers.get(KEPT_AT) ?? '',
    }
  })
  return (await Promise.all(pages)).reverse()
}

function dayText(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(date)
}

/** An entry of the list, drawn like a hit of the search. */
function entryOf({ path, title, lang, keptAt }: KeptPage): HTMLElement {
  const entry = document.createElement('li')
  entry.className = 'hit'
  const line = document.createElement('p')
  line.className = 'hit-title'
  const link = document.createElement('a')
  link.href = path
  link.lang = lang
  link.textContent = title
  const day = document.createElement('span')
  day.className = 'hit-kind'
  day.textContent = dayText(keptAt)
  line.append(link, ' ', day)
  entry.append(line)
  return entry
}

function show(selector: string, visible: boolean): void {
  const element = document.querySelector<HTMLElement>(selector)
  if (element !== null) element.hidden = !visible
}

/** Draws the list anew. */
async function drawList(): Promise<void> {
  const pages = 'caches' in window ? await keptPages() : []
  const practice = 'caches' in window && (await caches.has(PRACTICE_CACHE))
  document.querySelector('#kept-pages')?.replaceChildren(...pages.map(entryOf))
  show('#kept-pages', pages.length > 0)
  show('#nothing-kept', pages.length === 0)
  show('#practice-kept', practice)
  show('#drop-kept', pages.length > 0 || practice)
}

/** A browser that says it is online may not reach the site; reloading then would take the reader away from what they chose. */
async function reloadIfReachable(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (answer !== undefined) location.reload()
}

/** Makes the page work, at its own address and in place of a page that can't be had. */
export function startKeptPages(): void {
  const { pathname } = location
  if (!pathname.endsWith('/offline/')) {
    const needsNetwork = /^\/(?:(?:en|hant)\/)?(?:contests|report|desk|sign-in|console)\//.test(pathname)
    show('#not-kept', !needsNetwork)
    show('#needs-network', needsNetwork)
    show('#again', true)
    addEventListener('online', () => void reloadIfReachable())
  }
  document.querySelector('#drop-kept button')?.addEventListener('click', () => {
    void Promise.all([CACHES.pages, PRACTICE_CACHE].map((name) => caches.delete(name))).then(drawList)
  })
  void drawList()
}
