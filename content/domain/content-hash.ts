/** JSON with the fields of every object in one order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** The SHA-256 of a text as 64 hex digits. */
export async function contentDigest(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * A name for content: the first 16 hex digits of the SHA-256 of its JSON, so equal content has an equal name, in
 * whatever order its fields were written.
 *
 * @param value anything that JSON can hold
 */
export async function contentHash(value: unknown): Promise<string> {
  return (await contentDigest(canonicalJson(value))).slice(0, 16)
}
