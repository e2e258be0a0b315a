import { useMemo } from 'preact/hooks'
import { createLanguage, type IslandTexts, useLanguage } from '../i18n.ts'
import { type Rules, ruleLines } from './rules.ts'

/** The rules as a list of terms, within an island. */
export function RuleList({ rules }: { rules: Rules }) {
  return <RuleTerms rules={rules} language={useLanguage()} />
}

/** The same list on a page, where no island is around it. */
export function StaticRuleList({ rules, texts }: { rules: Rules; texts: IslandTexts }) {
  const language = useMemo(() => createLanguage(texts), [texts])
  return <RuleTerms rules={rules} language={language} />
}

function RuleTerms({ rules, language }: { rules: Rules; language: ReturnType<typeof useLanguage> }) {
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
