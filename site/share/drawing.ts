import sharp from 'sharp'
import english from '../locales/en/share.json' with { type: 'json' }
import chinese from '../locales/zh-CN/share.json' with { type: 'json' }
import { SHARE_IMAGE_SIZE, type ShareCard, type ShareSite } from './card.ts'
import { breakLines } from './line-breaking.ts'
import { Typeface } from './typeface.ts'

/**
 * Draws share images: our own SVG with outlines for letters, made a PNG by sharp. Whoever changes what it draws raises
 * `DRAWING` in `card.ts`.
 */

const { width: WIDTH, height: HEIGHT } = SHARE_IMAGE_SIZE
const MARGIN = 72
const FOOT = 152
/** Few colours, and so half the bytes; without dithering, which would speckle the ground. */
const PNG = { palette: true, colours: 64, dither: 0, effort: 1, compressionLevel: 9 } as const
/** As in `styles/tokens.css`, light scheme. */
const COLOURS = {
  page: '#faf8f3',
  text: '#1d2a2f',
  primary: '#12566b',
  soft: '#e4eff1',
  on: '#ffffff',
  warning: '#8a4a00',
}
const TITLE = { top: 150, bottom: HEIGHT - FOOT - 20, leading: 1.32 }
/** The largest size at which the title has no more lines than this is taken. */
const TITLE_SIZES = [
  { size: 100, lines: 2 },
  { size: 78, lines: 3 },
  { size: 66, lines: 3 },
  { size: 56, lines: 3 },
  { size: 46, lines: 4 },
] as const

interface TextStyle {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly colour: string
}

/** Outlines of a line of text. */
function textSvg(text: string, { x, y, size, colour }: TextStyle, typeface: Typeface): string {
  const paths = typeface
    .set(text)
    .glyphs.filter(({ path }) => path !== '')
    .map(({ x: at, path }) => `<path transform="translate(${at})" d="${path}"/>`)
  const scale = size / 1000
  return `<g fill="${colour}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`
}

/** The title's lines at the size that suits it; what doesn't fit at any size ends in an ellipsis. */
function titleLines(title: string, language: string, typeface: Typeface): { size: number; lines: readonly string[] } {
  const sizes = TITLE_SIZES.map(({ size, lines: most }) => {
    const lines = breakLines(title, (WIDTH - 2 * MARGIN) / size, (text) => typeface.width(text), language)
    return { size, most, lines }
  })
  const fitting = sizes.find(({ most, lines }) => lines.length <= most)
  if (fitting !== undefined) return fitting
  const { size = 0, most = 0, lines = [] } = sizes.at(-1) ?? {}
  return {
    size,
    lines: lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line.slice(0, -1)}…` : line)),
  }
}

/** Draws images, opening each file of the font once. */
export class ShareArtist {
  readonly #bold = new Typeface(700)
  readonly #regular = new Typeface(400)
  readonly #site: ShareSite

  constructor(site: ShareSite) {
    this.#site = site
  }

  /** The image of a card as PNG, `SHARE_IMAGE_SIZE`. */
  async draw(card: ShareCard): Promise<Buffer> {
    return await sharp(Buffer.from(await this.svg(card)))
      .png(PNG)
      .toBuffer()
  }

  /** The image of a card as SVG without text or fonts. */
  async svg({ language, section = '', title, siteName }: ShareCard): Promise<string> {
    const isChinese = language.startsWith('zh')
    const words = isChinese ? chinese : english
    const owner = isChinese ? this.#site.owner : this.#site.englishOwner
    const hotline = `${words.hotline} ${this.#site.contact.phone}`
    const [bold, regular] = [this.#bold, this.#regular]
    await bold.open(`${title}…${section}${siteName}${words.demo}${hotline}`)
    await regular.open(owner)

    const right = (text: string, size: number) => WIDTH - MARGIN - bold.width(text) * size
    const { size, lines } = titleLines(title, language, bold)
    const leading = size * TITLE.leading
    // From the baseline of the first line to that of the last; a character is about .88 em above its baseline and .12 below.
    const block = (lines.length - 1) * leading
    const first = (TITLE.top + TITLE.bottom - block) / 2 + size * 0.38
    const foot = HEIGHT - FOOT
    const parts = [
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.page}"/>`,
      `<rect y="${foot}" width="${WIDTH}" height="${FOOT}" fill="${COLOURS.primary}"/>`,
      ...(section === ''
        ? []
        : [
            `<rect x="${MARGIN}" y="68" width="10" height="44" fill="${COLOURS.primary}"/>`,
            textSvg(section, { x: MARGIN + 30, y: 105, size: 42, colour: COLOURS.primary }, bold),
          ]),
      ...(this.#site.demo
        ? [
            `<rect x="${right(words.demo, 30) - 40}" y="62" width="${bold.width(words.demo) * 30 + 40}" height="56" rx="10" fill="none" stroke="${COLOURS.warning}" stroke-width="3"/>`,
            textSvg(words.demo, { x: right(words.demo, 30) - 20, y: 101, size: 30, colour: COLOURS.warning }, bold),
          ]
        : []),
      ...lines.map((line, index) => {
        return textSvg(line, { x: MARGIN, y: first + index * leading, size, colour: COLOURS.text }, bold)
      }),
      textSvg(siteName, { x: MARGIN, y: foot + 70, size: 50, colour: COLOURS.on }, bold),
      textSvg(hotline, { x: right(hotline, 36), y: foot + 68, size: 36, colour: COLOURS.on }, bold),
      textSvg(owner, { x: MARGIN, y: foot + 120, size: 26, colour: COLOURS.soft }, regular),
    ]
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`
  }
}
