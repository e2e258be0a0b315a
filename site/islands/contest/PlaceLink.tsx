import type { ComponentChildren } from 'preact'
import { type Place, placeHash } from './place.ts'

interface Props {
  to: Place
  onGo: (place: Place) => void
  class?: string | undefined
  /** Whether this place is the one shown. */
  current?: boolean
  label?: string
  children: ComponentChildren
}

/** A link to a question or to the review: a real address, followed without loading the page anew. */
export function PlaceLink({ to, onGo, current = false, label, children, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={placeHash(to)}
      aria-current={current ? 'step' : undefined}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault()
        onGo(to)
      }}
    >
      {children}
    </a>
  )
}
