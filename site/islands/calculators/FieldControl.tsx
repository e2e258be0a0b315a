import { controlId } from './faults.ts'
import { type FieldSpec, OPTIONAL_GROUPS } from './forms.ts'
import { useWording } from './say.ts'

interface Props {
  field: FieldSpec
  value: string
  /** What is wrong with it, in words. */
  fault: string | undefined
  onChange: (value: string) => void
}

const KEYBOARD = { money: 'decimal', number: 'decimal', whole: 'numeric' } as const

/** One field with label, hint and fault; a choice with its options. */
export function FieldControl({ field, value, fault, onChange }: Props) {
  const { say, has } = useWording()
  const { name, control, options = [] } = field
  const id = controlId(name)
  const text = (part: string) => `fields.${name}.${part}`
  const hintId = has(text('hint')) ? `${id}-hint` : undefined
  const faultId = fault === undefined ? undefined : `${id}-fault`
  const describedBy = [hintId, faultId].filter((own) => own !== undefined).join(' ') || undefined
  const hint = hintId !== undefined && (
    <span id={hintId} class="muted">
      {say(text('hint'))}
    </span>
  )
  const faultLine = fault !== undefined && (
    <span id={faultId} class="quiz-fault">
      {fault}
    </span>
  )

  if (control === 'choice') {
    return (
      <fieldset class="calculator-choice" aria-describedby={describedBy}>
        <legend>{say(text('label'))}</legend>
        {hint}
        {faultLine}
        {options.map((option, place) => {
          const optionHint = `fields.${name}-${option}.hint`
          const optionId = place === 0 ? id : `${id}-${option}`
          const optionHintId = has(optionHint) ? `${optionId}-more` : undefined
          return (
            <label class="quiz-option" key={option}>
              <input
                id={optionId}
                type="radio"
                name={name}
                value={option}
                checked={value === option}
                aria-describedby={optionHintId}
                onChange={() => onChange(option)}
              />
              <span>
                {say(`fields.${name}-${option}.label`)}
                {optionHintId !== undefined && (
                  <span id={optionHintId} class="muted calculator-option-hint">
                    {say(optionHint)}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </fieldset>
    )
  }
  if (control === 'tick') {
    return (
      <label class="quiz-option">
        <input
          id={id}
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
        />
        <span>{say(text('label'))}</span>
      </label>
    )
  }
  const optional = field.optional === true && !OPTIONAL_GROUPS.includes(field.group ?? '')
  return (
    <p class="quiz-field">
      <label for={id}>
        {say(text('label'))} {optional && <span class="calculator-optional">{say('common.optional')}</span>}
      </label>
      {hint}
      {faultLine}
      <input
        id={id}
        type={control === 'day' ? 'date' : 'text'}
        inputMode={control === 'day' ? undefined : KEYBOARD[control]}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </p>
  )
}
