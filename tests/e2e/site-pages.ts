/** One page of each kind, and how to know that its island has come to rest. */

/** A page without its language. */
export interface SitePage {
  readonly name: string
  /** Address in Chinese; English ones have `/en` before it. */
  readonly path: string
  /** Selector of what a script brings; pages without one stand as they are served. */
  readonly ready?: string
  /** An error in the browser's console that belongs to the page, such as the answer that nobody is signed in. */
  readonly allows?: RegExp
}

export const SITE_PAGES: readonly SitePage[] = [
  { name: 'home', path: '/' },
  { name: 'the list of explainers', path: '/explainers/' },
  { name: 'an explainer', path: '/explainers/unpaid-wages/' },
  { name: 'the list of situations', path: '/remedies/' },
  { name: 'a situation', path: '/remedies/unpaid-wages/' },
  { name: 'the list of calculators', path: '/calculators/' },
  { name: 'a calculator', path: '/calculators/severance/', ready: '.calculator-form' },
  { name: 'the list of lessons', path: '/lessons/' },
  { name: 'a lesson', path: '/lessons/site-wages/' },
  { name: 'the list of laws', path: '/laws/' },
  { name: 'an article of a law', path: '/laws/labour-contract-law/#art-38' },
  { name: 'an earlier text of a law', path: '/laws/reconsideration-law/2018-01-01/' },
  { name: 'the responsibilities', path: '/responsibilities/' },
  { name: 'the responsibilities of an earlier year', path: '/responsibilities/2025/' },
  { name: 'the list of campaigns', path: '/campaigns/' },
  { name: 'a campaign', path: '/campaigns/constitution-week-2026/' },
  { name: 'a poster', path: '/campaigns/constitution-week-2026/poster-site/' },
  { name: 'the list of documents', path: '/documents/' },
  { name: 'a document', path: '/documents/work-injury-notice-rules/' },
  { name: 'the clean-up rounds', path: '/documents/clean-ups/' },
  { name: 'the ledger of notices', path: '/notices/' },
  { name: 'the lecturers', path: '/lecturers/' },
  { name: 'the glossary, at a word', path: '/glossary/#limitation' },
  { name: 'the batches of cases', path: '/cases/' },
  { name: 'a batch of cases', path: '/cases/2026-2/' },
  { name: 'practice', path: '/practice/', ready: '.quiz-topics input' },
  { name: 'the list of contests', path: '/contests/' },
  { name: 'a contest', path: '/contests/hr-law-contest/', ready: '.quiz-sign-in optgroup' },
  { name: 'the standings of a contest', path: '/contests/hr-law-contest/standings/', ready: '.quiz-board .muted' },
  { name: 'a contest made at run time', path: '/contests/open/?id=hr-law-contest', ready: '.quiz-sign-in optgroup' },
  { name: 'its standings', path: '/contests/open/standings/?id=hr-law-contest', ready: '.quiz-board .muted' },
  { name: 'search', path: '/search/' },
  { name: 'about', path: '/about/' },
  { name: 'the page of elder mode', path: '/elder/' },
  { name: 'what can be read offline', path: '/offline/' },
  { name: 'the report of a statement', path: '/report/?page=/explainers/unpaid-wages/', ready: '.report-page a' },
  { name: 'the desk for reports', path: '/desk/reports/', ready: '#token' },
  { name: 'checking a certificate', path: '/certificates/', ready: '#number' },
  { name: 'a certificate to print', path: '/certificates/print/', ready: '.certificate-none' },
  { name: 'signing in', path: '/sign-in/', ready: '.account-code', allows: /status of 401/ },
]

/** An address that nothing is at; its page speaks both languages. */
export const UNKNOWN_PAGE: SitePage = {
  name: 'the page for unknown addresses',
  path: '/no-such-page/',
  allows: /status of 404.*no-such-page/,
}

/** Pages that are there once, not in each language. */
export const SINGLE_PAGES: readonly SitePage[] = [
  UNKNOWN_PAGE,
  { name: 'the console', path: '/console/', ready: '#main a[href^="/sign-in/"]', allows: /status of 401/ },
]

/**
 * The languages that pages are written in, with what precedes their addresses. Traditional pages are the Simplified ones with
 * other characters; `languages.spec.ts` looks at those.
 */
export const LANGUAGES = [
  { lang: 'zh-CN', prefix: '' },
  { lang: 'en', prefix: '/en' },
] as const
