import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { ICON_GROUND } from './grounds.ts'

/** The icons of the installed site, made from `public/favicon.svg`. For the build only. */

/** An icon: its side in pixels, and the share of it that the sign takes. */
export interface IconForm {
  readonly size: number
  /** Whether systems may cut it to their own shape: the sign then stays within the inner 80 %, on ground to the edges. */
  readonly maskable: boolean
}

/** Files of the manifest under `/icons/`, by name. */
export const ICONS = {
  '192': { size: 192, maskable: false },
  '512': { size: 512, maskable: false },
  'maskable-512': { size: 512, maskable: true },
} as const satisfies Readonly<Record<string, IconForm>>

/** For iPhones, which look for it at the root and fill what is clear with black. */
export const APPLE_ICON: IconForm = { size: 180, maskable: true }

const SAFE = 0.8

/** Draws an icon as PNG. */
export async function drawIcon({ size, maskable }: IconForm): Promise<Uint8Array<ArrayBuffer>> {
  const sign = readFileSync(join(process.cwd(), 'site/public/favicon.svg'))
  const side = maskable ? Math.round(size * SAFE) : size
  const drawn = await sharp(sign, { density: (72 * side) / 32 })
    .resize(side, side)
    .png()
    .toBuffer()
  if (!maskable) return new Uint8Array(await sharp(drawn).png({ palette: true }).toBuffer())
  const ground = sharp({ create: { width: size, height: size, channels: 3, background: ICON_GROUND } })
  return new Uint8Array(
    await ground
      .composite([{ input: drawn }])
      .png({ palette: true })
      .toBuffer(),
  )
}
