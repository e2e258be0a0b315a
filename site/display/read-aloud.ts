import { type Sentence, sentencesOf } from './sentences.ts'

/**
 * Reads the body of the page aloud with the browser's own voices and marks the sentence being read.
 *
 * The mark is a CSS custom highlight, which leaves the page as it is; in browsers without them the paragraph is marked.
 */

const HIGHLIGHT = 'reading'
/** What is read: blocks of text of the page's body, not its menus, tables of facts and lists of links. */
const BODY = 'main h1, main .answer, main .prose, main [data-read]'
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, summary, caption'

interface Piece extends Sentence {
  readonly block: Element
  readonly lang: string
}

function piecesOf(): Piece[] {
  const blocks = new Set<Element>()
  for (const body of document.querySelectorAll(BODY)) {
    if (body.matches(BLOCKS)) blocks.add(body)
    for (const block of body.querySelectorAll(BLOCKS)) if (!block.querySelector('p, li')) blocks.add(block)
  }
  return [...blocks].flatMap((block) => {
    const lang = block.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang
    return sentencesOf(block.textContent, lang).map((sentence) => ({ ...sentence, block, lang }))
  })
}

/** The characters of a sentence as a range over the text nodes of its block. */
function rangeOf({ block, start, text }: Piece): Range {
  const range = document.createRange()
  range.selectNodeContents(block)
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (start >= at && start < at + length) range.setStart(node, start - at)
    if (start + text.length <= at + length) {
      range.setEnd(node, start + text.length - at)
      break
    }
    at += length
  }
  return range
}

function mark(piece: Piece | undefined): void {
  for (const marked of document.querySelectorAll('[data-reading]')) marked.removeAttribute('data-reading')
  const highlights = 'highlights' in CSS ? CSS.highlights : undefined
  highlights?.delete(HIGHLIGHT)
  if (piece === undefined) return
  if (highlights) highlights.set(HIGHLIGHT, new Highlight(rangeOf(piece)))
  else piece.block.setAttribute('data-reading', '')
  const { top, bottom } = piece.block.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) piece.block.scrollIntoView({ block: 'center' })
}

let reading: HTMLElement | undefined

function stop(): void {
  window.speechSynthesis.cancel()
  mark(undefined)
  reading?.setAttribute('aria-pressed', 'false')
  reading = undefined
}

function readFrom(pieces: readonly Piece[], index: number): void {
  const piece = pieces[index]
  if (piece === undefined || reading === undefined) {
    stop()
    return
  }
  const spoken = new SpeechSynthesisUtterance(piece.text)
  // Voices are named by region, and 'zh-Hant' has none; what it says is read like the Simplified text.
  spoken.lang = piece.lang === 'zh-Hant' ? 'zh-CN' : piece.lang
  spoken.onstart = () => mark(piece)
  spoken.onend = () => readFrom(pieces, index + 1)
  // An interruption is our own stop; anything else, such as no voice for this language, ends the reading.
  spoken.onerror = ({ error }) => {
    if (error === 'interrupted' || error === 'canceled') return
    const status = document.getElementById('tool-status')
    if (status) status.textContent = reading?.dataset.failed ?? ''
    stop()
  }
  window.speechSynthesis.speak(spoken)
}

/**
 * Starts reading from the top of the page's body, or stops.
 *
 * @param control the button, whose `aria-pressed` says whether the page is being read
 */
export function toggleReading(control: HTMLElement): void {
  const running = reading !== undefined
  stop()
  if (running) return
  reading = control
  control.setAttribute('aria-pressed', 'true')
  addEventListener('pagehide', stop, { once: true })
  readFrom(piecesOf(), 0)
}
