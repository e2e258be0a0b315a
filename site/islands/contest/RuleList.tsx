import type { RuleLine } from './rules.ts'

/** The rules as a list of terms. */
export function RuleList({ lines }: { lines: readonly RuleLine[] }) {
  return (
    <dl class="facts">
      {lines.map(({ term, text, lang }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
