import { ELDER_KEY, type ElderSize, elderSize, nextSize } from './text-size.ts'

/**
 * The tools at the top of every page: elder mode, reading aloud, printing, sharing. The page is complete without them.
 */

const root = document.documentElement

function kept(): ElderSize {
  return elderSize(root.dataset.elder ?? null)
}

function choose(size: ElderSize): void {
  if (size === 0) delete root.dataset.elder
  else root.dataset.elder = String(size)
  try {
    localStorage.setItem(ELDER_KEY, String(size))
  } catch {
    // Without storage the choice holds for this page.
  }
}

function say(text: string | undefined): void {
  const status = document.getElementById('tool-status')
  if (status) status.textContent = text ?? ''
}

const actions: Readonly<Record<string, (control: HTMLElement) => void>> = {
  elder: (control) => {
    choose(kept() === 0 ? 1 : 0)
    say(kept() === 0 ? control.dataset.off : control.dataset.on)
  },
  larger: () => choose(nextSize(kept(), 1)),
  smaller: () => choose(nextSize(kept(), -1)),
  print: () => window.print(),
  share: (control) => void share(control),
  // The voice is loaded by those who ask for it.
  read: (control) => void import('./read-aloud.ts').then(({ toggleReading }) => toggleReading(control)),
}

async function share(control: HTMLElement): Promise<void> {
  const url = location.href.split('#')[0] ?? location.href
  if (navigator.share) {
    // The reader may close the sheet again, which is no fault.
    await navigator.share({ title: document.title, url }).catch(() => undefined)
    return
  }
  const done = await navigator.clipboard?.writeText(url).then(
    () => true,
    () => false,
  )
  say(done ? control.dataset.copied : `${control.dataset.copyYourself} ${url}`)
}

/** Lets the service worker keep what is read, once the page has all it needs; in a kept page, says so. */
function startOffline(): void {
  if (!import.meta.env.PROD) return
  const { kept } = root.dataset
  if (kept !== undefined) void import('../offline/kept-notice.ts').then(({ showKeptNotice }) => showKeptNotice(kept))
  // Without https there is no service worker; one that is refused, in a private window perhaps, costs nothing else.
  addEventListener('load', () => void navigator.serviceWorker?.register('/sw.js').catch(() => undefined))
}

/** Makes the tools work; those that this browser lacks stay hidden. */
export function startPageTools(): void {
  startOffline()
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tool]') : null
    const action = actions[control?.dataset.tool ?? '']
    if (control === null || action === undefined) return
    event.preventDefault()
    action(control)
  })
  for (const control of document.querySelectorAll<HTMLElement>('[data-tool="read"]')) {
    control.hidden = !('speechSynthesis' in window) || document.querySelector('main .prose, main [data-read]') === null
  }
}
