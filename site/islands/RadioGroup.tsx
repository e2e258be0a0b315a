interface Props<T extends string> {
  /** Also the id of the first choice, where links of an error summary lead. */
  id: string
  legend: string
  choices: readonly { readonly value: T; readonly label: string }[]
  chosen: T | null
  fault?: string | undefined
  onChoose: (value: T) => void
}

/** One of a few. */
export function RadioGroup<T extends string>({ id, legend, choices, chosen, fault, onChoose }: Props<T>) {
  return (
    <fieldset class="quiz-topics report-choice" aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend>{legend}</legend>
      {fault !== undefined && (
        <p id={`${id}-fault`} class="quiz-fault">
          {fault}
        </p>
      )}
      {choices.map(({ value, label }, index) => (
        <label class="quiz-option" key={value}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
