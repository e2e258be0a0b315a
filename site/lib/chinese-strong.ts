/**
 * Bold beside Chinese punctuation. CommonMark takes `**先留证据。**再投诉` for plain asterisks, because a closing mark
 * after punctuation must be followed by a space, and Chinese has none.
 */

// Private-use characters stand for the marks while Markdown is parsed, which passes them on as text.
const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'
// A fenced block or code within a line; then bold that is italic as well; then bold. A line may break within bold, but
// neither a paragraph nor an entry of a list ends there. \x60 is a backtick, which the raw text of a template can't hold.
const WITHIN = String.raw`(?=\S)((?:[^\n]|\n(?!\s*(?:\n|[-+*>#|]|\d+[.)])))+?)(?<=\S)`
const CODE_OR_STRONG = new RegExp(
  String.raw`(^ {0,3}(\x60{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2[\x60~]*[ \t]*$|$(?![\s\S]))|\x60[^\x60\n]*\x60)|\*\*\*${WITHIN}\*\*\*|\*\*${WITHIN}\*\*`,
  'gm',
)
const MARKS = new RegExp(`(${OPEN}|${CLOSE})`, 'u')

/** Bold that begins or ends within a link, code or another emphasis is none: elements don't overlap. */
function isWhole(inner: string): boolean {
  const count = (mark: string) => inner.split(mark).length - 1
  return ['*', '_', '~', '\x60'].every((mark) => count(mark) % 2 === 0) && count('[') === count(']')
}

/** Replaces the marks of bold text by characters that Markdown doesn't interpret. */
export function shieldStrong(markdown: string): string {
  return markdown.replace(CODE_OR_STRONG, (match, code, _fence, both, strong) => {
    if (code !== undefined || !isWhole(both ?? strong)) return match
    return both === undefined ? `${OPEN}${strong}${CLOSE}` : `*${OPEN}${both}${CLOSE}*`
  })
}

/** A stretch of text as it stands, or a tag. */
export interface StrongPiece {
  readonly type: 'text' | 'raw'
  readonly value: string
}

/**
 * Cuts a text, rendered from shielded Markdown, at the tags that its marks stand for.
 *
 * @example strongPieces(shieldStrong('依据**《宪法》**')) // 依据, <strong>, 《宪法》, </strong>
 */
export function strongPieces(text: string): StrongPiece[] {
  return text.split(MARKS).flatMap((piece): StrongPiece[] => {
    if (piece === '') return []
    if (piece === OPEN) return [{ type: 'raw', value: '<strong>' }]
    return piece === CLOSE ? [{ type: 'raw', value: '</strong>' }] : [{ type: 'text', value: piece }]
  })
}
