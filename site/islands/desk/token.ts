import type { Token } from './calls.ts'

/**
 * The editor's token, kept for as long as the tab is open. A browser that keeps nothing is no error.
 */

const KEY = 'mingfa.desk.token'

/** Whether a text can be a token at all: a header takes visible ASCII only. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(text)
}

/** The token of this tab, or `null`. */
export function readToken(): Token | null {
  try {
    const token = sessionStorage.getItem(KEY)
    return token !== null && isToken(token) ? token : null
  } catch {
    return null
  }
}

/** Keeps a token for this tab; `null` forgets it. */
export function keepToken(token: Token | null): void {
  try {
    if (token === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, token)
  } catch {
    // Storage is forbidden: the token is asked for again after a reload.
  }
}
