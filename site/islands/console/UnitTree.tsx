import type { Unit } from '../../../content/domain/unit.ts'
import { useLanguage } from '../i18n.ts'
import type { UnitNode } from './tree.ts'

interface Props {
  trees: readonly UnitNode[]
  /** Id of the unit that is shown. */
  chosen: string
  onChoose: (unit: Unit) => void
}

/** Units with their head counts; what lies below one is opened where it is needed. */
export function UnitTree({ trees, chosen, onChoose }: Props) {
  const { t } = useLanguage()
  return (
    <ul class="console-tree">
      {trees.map(({ unit, heads, below }) => (
        <li key={unit.id}>
          <button type="button" class="quiz-link" aria-pressed={unit.id === chosen} onClick={() => onChoose(unit)}>
            {t('people.unit', { name: unit.name, heads })}
          </button>
          {below.length > 0 && (
            <details>
              <summary>{t('people.below', { count: below.length })}</summary>
              <UnitTree trees={below} chosen={chosen} onChoose={onChoose} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
