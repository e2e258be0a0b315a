import type * as z from 'zod/mini'

/**
 * What the browser keeps between visits. Everything read is parsed; a browser that keeps nothing is no error.
 */

/** One kept value of a known form. */
export interface Kept<T> {
  /** The value, or `null` when there is none or it isn't in the form expected. */
  read(key: string): T | null
  write(key: string, value: T): void
  drop(key: string): void
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    // Reading the property throws where the user has forbidden storage.
    return null
  }
}

/**
 * Values under `mingfa.<name>.<key>`.
 *
 * @param name what they are
 * @param schema their form; anything else that is found is passed over
 */
export function kept<T>(name: string, schema: z.ZodMiniType<T>): Kept<T> {
  const full = (key: string) => `mingfa.${name}.${key}`
  return {
    read(key) {
      try {
        const parsed = schema.safeParse(JSON.parse(storage()?.getItem(full(key)) ?? 'null'))
        return parsed.success ? parsed.data : null
      } catch {
        return null
      }
    },
    write(key, value) {
      try {
        storage()?.setItem(full(key), JSON.stringify(value))
      } catch {
        // Full or forbidden: the server keeps the sheet all the same.
      }
    },
    drop(key) {
      try {
        storage()?.removeItem(full(key))
      } catch {
        // Nothing was kept, then.
      }
    },
  }
}
