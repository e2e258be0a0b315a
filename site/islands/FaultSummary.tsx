import { useFocus } from './use-focus.ts'

/** A field at fault: where it is, and what is wrong. */
export interface FaultLine {
  readonly id: string
  readonly text: string
}

interface Props {
  title: string
  faults: readonly FaultLine[]
  /** Changes with each try, so that each one that fails moves the focus here. */
  tries: number
}

/** What is wrong with a form, each line leading to its field; takes the focus. */
export function FaultSummary({ title, faults, tries }: Props) {
  const summary = useFocus<HTMLDivElement>(tries)
  return (
    <div class="quiz-notice quiz-notice-error" role="alert" tabIndex={-1} ref={summary}>
      <p class="quiz-notice-title">{title}</p>
      <ul class="report-faults">
        {faults.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
