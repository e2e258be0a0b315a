import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Moves the focus to an element whenever `key` changes to something other than `null`.
 *
 * @returns the reference to put on the element, which has `tabIndex={-1}` unless it takes focus by itself
 */
export function useFocus<T extends HTMLElement>(key: string | number | null): RefObject<T> {
  const element = useRef<T>(null)
  useEffect(() => {
    if (key !== null) element.current?.focus()
  }, [key])
  return element
}
