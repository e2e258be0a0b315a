import { isBlank, isPagePath, plainText, REPORT_LIMITS } from '../../../content/domain/report.ts'

/** Which page a report is about, and what that page says of itself. */

/** A page of this site. */
export interface ReportedPage {
  readonly path: string
  /** Its main heading; its path where it has none or can't be read. */
  readonly title: string
  /** Language of the heading, where the page names one. */
  readonly lang?: string
  /** Day of publication that the page states. */
  readonly publishedOn?: string
}

const PATIENCE_MS = 10_000

/** The path that a value of `?page=` names, or `null` when it is no path of this site. */
export function pathOfQuery(value: string | null): string | null {
  return value !== null && isPagePath(value) ? value : null
}

/**
 * The path of an address that someone copied, with or without host, or `null` when it leads elsewhere.
 *
 * @param origin of this site
 */
export function pathOfAddress(address: string, origin: string): string | null {
  const trimmed = address.trim()
  if (trimmed === '') return null
  try {
    const url = new URL(trimmed, origin)
    return url.origin === origin ? pathOfQuery(url.pathname) : null
  } catch {
    return null
  }
}

/** What a page says of itself. */
export function describePage(path: string, document: Pick<Document, 'querySelector'>): ReportedPage {
  const heading = document.querySelector('h1')
  const words = plainText(heading?.textContent ?? '').replaceAll(/\s+/g, ' ')
  const lang = heading?.closest('[lang]')?.getAttribute('lang') ?? ''
  const [publishedOn] =
    /^\d{4}-\d{2}-\d{2}/.exec(document.querySelector('meta[name="PubDate"]')?.getAttribute('content') ?? '') ?? []
  return {
    path,
    ...(isBlank(words) ? { title: path } : { title: [...words].slice(0, REPORT_LIMITS.title).join('') }),
    ...(isBlank(words) || lang === '' ? {} : { lang }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  }
}

/** Reads a page of this site. One that can't be read, perhaps the very fault to report, goes by its path. */
export async function readPage(path: string): Promise<ReportedPage> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return { path, title: path }
    return describePage(path, new DOMParser().parseFromString(await response.text(), 'text/html'))
  } catch {
    return { path, title: path }
  }
}
