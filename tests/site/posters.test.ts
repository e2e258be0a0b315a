import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { SETTING_IDS } from '../../content/domain/campaign.ts'
import { readContent } from '../../content/source/content.ts'
import { BUILD, ROOT } from '../../worker/build/tools.ts'

/** The posters as they were built, their codes read by a decoder that knows nothing of how they were made. */

const posters = readContent(join(ROOT, 'content')).campaigns.flatMap(({ value: campaign }) =>
  campaign.kits.map((kit) => ({ campaign, kit, name: `${campaign.id}, ${kit.setting}` })),
)
const built = (path: string) => readFileSync(join(BUILD, 'site', path, 'index.html'), 'utf8')
const addressOf = ({ campaign, kit }: (typeof posters)[number]) =>
  `campaigns/${campaign.id}/poster-${SETTING_IDS[kit.setting]}`
const originOf = (html: string) => new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '').origin

/** What the code on a poster contains, after `blot` has been drawn over the picture. */
async function decode(html: string, blot = ''): Promise<{ text: string | undefined; quietZone: boolean }> {
  const [, side = '', inner = ''] =
    /<svg class="poster-code" viewBox="0 0 (\d+) \d+"[^>]*>(.*?)<\/svg>/s.exec(html) ?? []
  const size = Number(side)
  const SCALE = 8
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * SCALE}" height="${size * SCALE}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>${inner}${blot}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const dark = (x: number, y: number) => (data[4 * (y * info.width + x)] ?? 255) < 128
  const modules = Array.from({ length: size }, (_, at) => at)
  const border = modules.filter((at) => at < 4 || at >= size - 4)
  const quietZone = !border.some((y) =>
    modules.some((x) => dark(x * SCALE + 4, y * SCALE + 4) || dark(y * SCALE + 4, x * SCALE + 4)),
  )
  return { text: jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data, quietZone }
}

describe.each(posters)('the poster of $name', (poster) => {
  const { campaign, kit } = poster
  const html = built(addressOf(poster))

  // In English the poster is the Chinese one.
  test.each([
    { language: 'Simplified Chinese', folder: '', prefix: '' },
    { language: 'Traditional Chinese', folder: 'hant/', prefix: '/hant' },
    { language: 'English', folder: 'en/', prefix: '' },
  ])('in $language has a code that leads to its target and says from where', async ({ folder, prefix }) => {
    const { text, quietZone } = await decode(built(`${folder}${addressOf(poster)}`))
    const url = new URL(text ?? '')
    expect(url.origin).toBe(originOf(html))
    expect(url.searchParams.get('from')).toBe(`${campaign.id}-${SETTING_IDS[kit.setting]}`)
    url.searchParams.delete('from')
    expect(`${url.pathname}${url.search}`).toBe(`${prefix}${kit.poster.target}`)
    expect(quietZone).toBe(true)
  })

  test('says its setting, what it wants, whose it is, and whom to call', () => {
    const text = html.replace(/<(wbr|\/?span)[^>]*>/g, '').replace(/<[^>]+>/g, '\n')
    for (const said of [
      kit.setting,
      kit.poster.headline,
      kit.poster.line,
      campaign.title,
      campaign.owner,
      '12333',
      '示例',
    ])
      expect(text).toContain(said)
    expect(text).toContain(`${new URL(originOf(html)).host}${kit.poster.target}`)
  })

  test('is found from its kit', () => {
    expect(built(`campaigns/${campaign.id}`)).toContain(`href="/${addressOf(poster)}/"`)
  })
})

test('every setting of 惠民政策进万家 has a poster', () => {
  expect(new Set(posters.map(({ kit }) => kit.setting))).toEqual(new Set(Object.keys(SETTING_IDS)))
})

test('a code with a stain on it can still be read', async () => {
  const [poster] = posters
  const html = built(poster === undefined ? '' : addressOf(poster))
  const whole = await decode(html)
  expect(await decode(html, '<rect x="24" y="24" width="6" height="6" fill="#fff"/>')).toEqual(whole)
})

test('posters leave addresses as they are: none is canonical with a campaign in it, none is in the sitemap', () => {
  for (const { campaign, kit } of posters) {
    const target = kit.poster.target.replace(/[?#].*/, '').replace(/^\//, '')
    expect(built(target)).not.toContain(`from=${campaign.id}`)
  }
  expect(readFileSync(join(BUILD, 'site/sitemap-0.xml'), 'utf8')).not.toContain('/poster-')
})
