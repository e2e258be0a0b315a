import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { imageSize, publicImageSize } from '../../site/lib/image-size.ts'
import { renderMarkdown } from '../../site/lib/markdown.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfa-images-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A plain image of 40 × 30 pixels. */
const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })

describe('the size of an image', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('is read from a file in %s', async (format) => {
    const path = join(folder, `plain.${format}`)
    await plain().toFormat(format).toFile(path)
    expect(await imageSize(path)).toEqual({ width: 40, height: 30 })
  })

  test('is that of the photograph as browsers turn it', async () => {
    const path = join(folder, 'turned.jpg')
    await plain().withMetadata({ orientation: 6 }).jpeg().toFile(path)
    expect(await imageSize(path)).toEqual({ width: 30, height: 40 })
  })

  test('is refused for what is no image, in words for the author', async () => {
    const path = join(folder, 'text.png')
    writeFileSync(path, '不是图片')
    await expect(imageSize(path)).rejects.toThrow()
    await expect(publicImageSize('/images/%E6%B2%A1%E6%9C%89.png')).rejects.toThrow(
      /“\/images\/没有\.png”打不开：site\/public\/images\/没有\.png /,
    )
  })
})

describe('images in a text', () => {
  const html = async (markdown: string) =>
    (await renderMarkdown(markdown, { locale: 'zh-CN', asOf: '2026-11-01' })).html

  test('carry their size, so that nothing moves when they come', async () => {
    const { width, height } = await publicImageSize('/favicon.svg')
    expect(await html('看图：![本站的图标](/favicon.svg)')).toBe(
      `<p>看图：<img src="/favicon.svg" alt="本站的图标" width="${width}" height="${height}"></p>`,
    )
  })

  test('stop the build when the file is not there', async () => {
    await expect(html('![告示牌](/images/nowhere/image-1.png)')).rejects.toThrow(/打不开/)
  })
})
