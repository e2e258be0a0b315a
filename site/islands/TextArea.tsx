interface Props {
  id: string
  label: string
  hint: string
  /** What is wrong with it, or nothing. */
  fault?: string | undefined
  rows: number
  value: string
  onInput: (value: string) => void
}

/** A field for a longer text, with its hint and what is wrong with it. */
export function TextArea({ id, label, hint, fault, rows, value, onInput }: Props) {
  return (
    <p class="quiz-field report-field">
      <label for={id}>{label}</label>
      <span id={`${id}-hint`} class="muted">
        {hint}
      </span>
      {fault !== undefined && (
        <span id={`${id}-fault`} class="quiz-fault">
          {fault}
        </span>
      )}
      <textarea
        id={id}
        rows={rows}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </p>
  )
}
