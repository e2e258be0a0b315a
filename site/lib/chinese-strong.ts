import type { ElementContent, Root, RootContent } from 'hast'

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

/** Replaces the marks of bold text by characters that Markdown doesn't interpret. */
export function shieldStrong(markdown: string): string {
  return markdown.replace(CODE_OR_STRONG, (match, code, _fence, both, strong) => {
    if (code !== undefined) return match
    return both === undefined ? `${OPEN}${strong}${CLOSE}` : `*${OPEN}${both}${CLOSE}*`
  })
}

function strongIn(nodes: readonly (RootContent | ElementContent)[]): (RootContent | ElementContent)[] {
  const result: (RootContent | ElementContent)[] = []
  let bold: ElementContent[] | null = null
  for (const node of nodes) {
    if (node.type === 'element') node.children = inlineOf(strongIn(node.children))
    for (const piece of node.type === 'text' ? node.value.split(MARKS) : [node]) {
      if (piece === OPEN) bold = []
      else if (piece === CLOSE && bold !== null) {
        result.push({ type: 'element', tagName: 'strong', properties: {}, children: bold })
        bold = null
      } else if (piece !== '') {
        const item = typeof piece === 'string' ? { type: 'text' as const, value: piece } : piece
        if (bold === null) result.push(item)
        else bold.push(...inlineOf([item]))
      }
    }
  }
  return bold === null ? result : [...result, ...bold]
}

function inlineOf(nodes: readonly (RootContent | ElementContent)[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'doctype' ? [] : [node]))
}

/** rehype plugin: makes `strong` elements of what `shieldStrong` marked. */
export function rehypeStrong(): (tree: Root) => void {
  return (tree) => {
    tree.children = strongIn(tree.children)
  }
}
