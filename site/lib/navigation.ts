/** The sections of the site, in the order of the menu; `key` names their text in `locales/<locale>/site.json`. */
export const SECTIONS = [
  { key: 'explainers', path: '/explainers/' },
  { key: 'lessons', path: '/lessons/' },
  { key: 'laws', path: '/laws/' },
  { key: 'practice', path: '/practice/' },
  { key: 'contests', path: '/contests/' },
  { key: 'responsibilities', path: '/responsibilities/' },
  { key: 'search', path: '/search/' },
] as const

/** What `aria-current` says of a menu entry on a page: this page, a page within the section, or nothing. */
export function currentMark(entry: string, path: string): 'page' | 'true' | undefined {
  if (entry === path) return 'page'
  return path.startsWith(entry) ? 'true' : undefined
}
