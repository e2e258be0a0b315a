import { useMemo } from 'preact/hooks'
import type { AssessmentSummary } from '../../../content/domain/assessment-api.ts'
import { createLanguage, type IslandTexts, useLanguage } from '../i18n.ts'
import { ruleLines } from './rules.ts'

/** The rules as a list of terms, within an island. */
export function RuleList({ rules }: { rules: AssessmentSummary }) {
  return <RuleTerms rules={rules} language={useLanguage()} />
}

/** The same list on a page, where no island is around it. */
export function StaticRuleList({ rules, texts }: { rules: AssessmentSummary; texts: IslandTexts }) {
  const language = useMemo(() => createLanguage(texts), [texts])
  return <RuleTerms rules={rules} language={language} />
}

function RuleTerms({ rules, language }: { rules: AssessmentSummary; language: ReturnType<typeof useLanguage> }) {
  return (
    <dl class="facts">
      {ruleLines(rules, language).map(({ term, text, lang }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
