import { join } from 'node:path'
import sharp from 'sharp'

/** How large a browser shows an image, told before it has come, so that nothing moves when it does. */

/** In CSS pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

const PUBLIC = join(process.cwd(), 'site/public')
const known = new Map<string, Promise<ImageSize>>()

/**
 * The size of an image file, turned as browsers turn photographs.
 *
 * @param path of the file
 * @throws {Error} when it isn't there or isn't an image
 */
export async function imageSize(path: string): Promise<ImageSize> {
  const { autoOrient } = await sharp(path).metadata()
  return { width: autoOrient.width, height: autoOrient.height }
}

/**
 * The size of an image of the site; each file is read once.
 *
 * @param address such as `/images/unpaid-wages/image-1.png`, as it stands in a page
 * @throws {Error} telling the author where the file belongs, when it isn't there or isn't an image
 */
export function publicImageSize(address: string): Promise<ImageSize> {
  const file = decodeURI(address)
  const size =
    known.get(file) ??
    imageSize(join(PUBLIC, file)).catch((cause) => {
      known.delete(file)
      throw new Error(
        `图片“${file}”打不开：site/public${file} 没有这个文件，或者不是图片。把图片放到那里，或者改正文章里图片的地址。`,
        { cause },
      )
    })
  known.set(file, size)
  return size
}
