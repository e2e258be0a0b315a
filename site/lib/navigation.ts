/** A section of the site; `key` names its text in `locales/<locale>/site.json`. */
export interface Section {
  readonly key: string
  readonly path: string
}

/** The menu at the top of every page: what citizens and staff come for. */
export const MENU = [
  { key: 'explainers', path: '/explainers/' },
  { key: 'remedies', path: '/remedies/' },
  { key: 'calculators', path: '/calculators/' },
  { key: 'lessons', path: '/lessons/' },
  { key: 'laws', path: '/laws/' },
  { key: 'practice', path: '/practice/' },
  { key: 'contests', path: '/contests/' },
  { key: 'search', path: '/search/' },
] as const satisfies readonly Section[]

/** The rest, at the foot of every page, in groups; `key` of a group names its heading. */
export const FOOTER_GROUPS = [
  {
    key: 'publicity',
    sections: [
      { key: 'responsibilities', path: '/responsibilities/' },
      { key: 'campaigns', path: '/campaigns/' },
      { key: 'notices', path: '/notices/' },
      { key: 'lecturers', path: '/lecturers/' },
    ],
  },
  {
    key: 'sources',
    sections: [
      { key: 'documents', path: '/documents/' },
      { key: 'cases', path: '/cases/' },
      { key: 'glossary', path: '/glossary/' },
    ],
  },
  {
    key: 'site',
    sections: [
      { key: 'about', path: '/about/' },
      { key: 'privacy', path: '/about/#privacy' },
      { key: 'accessibility', path: '/about/#accessibility' },
    ],
  },
] as const satisfies readonly { key: string; sections: readonly Section[] }[]

/** What `aria-current` says of a menu entry on a page: this page, a page within the section, or nothing. */
export function currentMark(entry: string, path: string): 'page' | 'true' | undefined {
  if (entry === path) return 'page'
  return path.startsWith(entry) ? 'true' : undefined
}
