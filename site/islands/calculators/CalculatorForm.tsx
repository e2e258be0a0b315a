import { useFocus } from '../use-focus.ts'
import { FieldControl } from './FieldControl.tsx'
import { controlId, faultText } from './faults.ts'
import { type FieldSpec, fieldGroups, OPTIONAL_GROUPS } from './forms.ts'
import { useWording } from './say.ts'
import type { CalculatorState } from './state.ts'

interface Props {
  /** Those that apply to what has been chosen so far. */
  fields: readonly FieldSpec[]
  state: CalculatorState
  onType: (field: string, value: string) => void
  onSubmit: () => void
}

/** The form of a calculator, with a summary of faults that takes the focus and leads to the fields. */
export function CalculatorForm({ fields, state, onType, onSubmit }: Props) {
  const wording = useWording()
  const { say, has } = wording
  const { values, faults, tries } = state
  const summary = useFocus<HTMLDivElement>(faults.length === 0 ? null : tries)
  const toField = (field: string) => (event: Event) => {
    event.preventDefault()
    document.getElementById(controlId(field))?.focus()
  }
  const control = (field: FieldSpec) => {
    const fault = faults.find((own) => own.field === field.name)
    return (
      <FieldControl
        key={field.name}
        field={field}
        value={values[field.name] ?? ''}
        fault={fault && faultText(fault, wording)}
        onChange={(value) => onType(field.name, value)}
      />
    )
  }
  return (
    <form
      class="calculator-form panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {faults.length > 0 && (
        <div class="quiz-notice quiz-notice-error" role="alert" tabIndex={-1} ref={summary}>
          <p class="quiz-notice-title">{say('common.error-title')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.field}>
                <a href={`#${controlId(fault.field)}`} onClick={toField(fault.field)}>
                  {faultText(fault, wording)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {fieldGroups(fields).map(({ group, fields: own }) =>
        group === undefined ? (
          own.map(control)
        ) : (
          <fieldset class="calculator-group" key={group}>
            <legend>
              {say(`fields.${group}.label`)}{' '}
              {OPTIONAL_GROUPS.includes(group) && <span class="calculator-optional">{say('common.optional')}</span>}
            </legend>
            {has(`fields.${group}.hint`) && <p class="muted">{say(`fields.${group}.hint`)}</p>}
            {own.map(control)}
          </fieldset>
        ),
      )}
      <button type="submit" class="button">
        {say('common.submit')}
      </button>
    </form>
  )
}
