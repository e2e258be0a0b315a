/** Ids of attempts: `<shard>-<uuid>`, the UUID being version 7 (RFC 9562), stored as 16 bytes. */

/** A new UUID version 7: 48 bits of time, 74 bits of chance. */
export function uuidV7(now: number): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 0x1_0000))
  new DataView(bytes.buffer).setUint16(4, now % 0x1_0000)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return bytes.toHex()
}

/** A UUID's text from its 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The 16 bytes of a UUID's text, whose form has been checked. */
export function uuidBytes(text: string): Uint8Array {
  return Uint8Array.fromHex(text.replaceAll('-', ''))
}

/** An attempt id in its parts. */
export interface AttemptId {
  readonly shard: number
  readonly uuid: string
}

/** Reads an attempt id, or returns `null`. */
export function parseAttemptId(text: string): AttemptId | null {
  const match = /^(0|[1-9]\d{0,3})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  return match === null ? null : { shard: Number(match[1]), uuid: match[2] ?? '' }
}

/** The shard of a participant: the first 32 bits of the UUID, which are random, modulo the number of shards. */
export function shardOf(participantId: string, shards: number): number {
  return Number.parseInt(participantId.slice(0, 8), 16) % shards
}
