import type { Participant } from '../../content/domain/api.ts'

/**
 * Who may do what: the one place that decides.
 */

/** Whoever makes a request. The operator holds the deployment's token and is nobody's participant. */
export type Actor =
  | { readonly role: 'anyone' }
  | { readonly role: 'participant'; readonly participant: Participant }
  | { readonly role: 'operator' }

/** What can be asked for. */
export type Capability = 'read' | 'report' | 'take-part' | 'publish' | 'answer-reports'

const ALLOWED: Readonly<Record<Actor['role'], readonly Capability[]>> = {
  anyone: ['read', 'report'],
  participant: ['read', 'report', 'take-part'],
  operator: ['read', 'report', 'publish', 'answer-reports'],
}

/** Whether an actor may use a capability. */
export function can(actor: Actor, capability: Capability): boolean {
  return ALLOWED[actor.role].includes(capability)
}

/** What someone has to show for a capability. */
export function proofOf(capability: Capability): 'none' | 'session' | 'operator' {
  if (ALLOWED.anyone.includes(capability)) return 'none'
  return ALLOWED.participant.includes(capability) ? 'session' : 'operator'
}

/** Compares two texts in a time that doesn't tell where they differ: by all bytes of their hashes. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const hash = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const [left, right] = await Promise.all([hash(a), hash(b)])
  return left.reduce((difference, byte, index) => difference | (byte ^ (right[index] ?? 0)), 0) === 0
}
