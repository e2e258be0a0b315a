import { encode } from 'uqr'

/** A QR code as an SVG: side of its square in modules, quiet zone included, and the data of a path of the dark ones. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** Light modules around the code that ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/**
 * The QR code of a text. Level Q stands the loss of a quarter: posters hang on building sites.
 *
 * @throws {Error} for a text that no QR code holds
 */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'Q', border: QUIET_ZONE })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
