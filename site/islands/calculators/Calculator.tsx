import { useMemo } from 'preact/hooks'
import { beijingDay } from '../../../content/domain/beijing-day.ts'
import type { Calculation } from '../../../content/domain/calculators/calculation.ts'
import type { RawInput } from '../../../content/domain/calculators/input.ts'
import type { RuleFile } from '../../../content/domain/calculators/rule.ts'
import type { IsoDate } from '../../../content/domain/dates.ts'
import { formatDay } from '../../lib/day.ts'
import { useFocus } from '../use-focus.ts'
import { useStore } from '../use-store.ts'
import { CalculatorForm } from './CalculatorForm.tsx'
import { type FieldSpec, shownFields } from './forms.ts'
import { Result } from './Result.tsx'
import { recapOf } from './recap.ts'
import type { SourceLinks } from './Sources.tsx'
import { type CalculatorTexts, createWording, WordingContext } from './say.ts'
import { calculatorReducer, FIRST_STATE } from './state.ts'

interface CommonProps {
  texts: CalculatorTexts
  /** The day on which the rules were checked. */
  asOf: IsoDate
  links: SourceLinks
}

/** What a page passes to the island of a calculator. */
export interface CalculatorProps<File extends RuleFile> extends CommonProps {
  periods: File['periods']
}

interface Props extends CommonProps {
  fields: readonly FieldSpec[]
  run: (raw: RawInput, today: IsoDate) => Calculation
}

/** A calculator: form, and below it the result, which takes the focus. Nothing leaves the browser. */
export function Calculator({ texts, asOf, links, fields, run }: Props) {
  const wording = useMemo(() => createWording(texts), [texts])
  const { get, dispatch } = useStore(calculatorReducer, FIRST_STATE)
  const state = get()
  const { say, locale } = wording
  const shown = shownFields(fields, state.values)
  const heading = useFocus<HTMLHeadingElement>(state.result === null ? null : state.tries)

  const submit = () => {
    const on = beijingDay(Date.now())
    dispatch({ type: 'submitted', calculation: run(get().values, on), on })
  }
  return (
    <WordingContext.Provider value={wording}>
      <div class="calculator needs-script">
        <CalculatorForm
          fields={shown}
          state={state}
          onType={(field, value) => dispatch({ type: 'typed', field, value })}
          onSubmit={submit}
        />
        {state.result !== null && (
          <section class="calculator-result" aria-labelledby="result">
            <h2 id="result" tabIndex={-1} ref={heading}>
              {say('common.result')}
            </h2>
            <div class="calculator-printed">
              <h3>{say('common.recap')}</h3>
              <dl class="facts">
                {recapOf(fields, state.values, wording).map(({ field, label, value }) => (
                  <div key={field}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </div>
            <Result outcome={state.result.outcome} links={links} level={3} />
            <p class="calculator-printed">
              {say('common.printed', { day: formatDay(locale, state.result.on), asOf: formatDay(locale, asOf) })}
            </p>
            <p class="page-actions">
              <button type="button" class="button button-plain" onClick={() => window.print()}>
                {say('common.print')}
              </button>
            </p>
          </section>
        )}
      </div>
    </WordingContext.Provider>
  )
}
