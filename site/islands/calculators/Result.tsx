import type { Outcome, Statement } from '../../../content/domain/calculators/working.ts'
import { formatQuantity, sayStatement } from './quantities.ts'
import { type SourceLinks, Sources } from './Sources.tsx'
import { useWording } from './say.ts'

interface Props {
  outcome: Outcome
  links: SourceLinks
  /** Level of the headings within. */
  level: 3 | 4
}

/** An outcome in words: the answer, each step with its source, and what to mind. Used by the page and by its example. */
export function Result({ outcome, links, level }: Props) {
  const wording = useWording()
  const { say, has } = wording
  const Heading = `h${level}` as const
  const line = (part: string) => (statement: Statement, place: number) => (
    <li key={place}>
      {sayStatement(part, statement, wording)}
      <Sources sources={statement.sources} links={links} />
    </li>
  )
  const notes = outcome.notes.length > 0 && <ul>{outcome.notes.map(line('notes'))}</ul>

  if (outcome.kind === 'not-covered') {
    // Where a calculator has words of its own for it, they say more than the general ones.
    const own = (key: string) => (has(`answer.${key}`) ? `answer.${key}` : `common.${key}`)
    return (
      <div class="notice">
        <p class="calculator-answer">{say(own('not-covered'))}</p>
        <p>{say(own('asked'), { day: formatQuantity({ unit: 'day', value: outcome.asked }, wording) })}</p>
        <ul>
          {outcome.covered.map(({ from, to }) => (
            <li key={from}>
              {say(`common.covered-${to === null ? 'open' : 'closed'}`, {
                from: formatQuantity({ unit: 'day', value: from }, wording),
                to: to === null ? '' : formatQuantity({ unit: 'day', value: to }, wording),
              })}
            </li>
          ))}
        </ul>
        {notes}
        <p>{say('common.ask')}</p>
      </div>
    )
  }
  const [headline, ...more] = outcome.answer
  return (
    <>
      <div class="answer">
        {headline !== undefined && <p class="calculator-answer">{sayStatement('answer', headline, wording)}</p>}
        {more.length > 0 && <ul>{more.map(line('answer'))}</ul>}
      </div>
      <Heading>{say('common.working')}</Heading>
      <ol class="calculator-steps">{outcome.working.map(line('working'))}</ol>
      {notes && (
        <>
          <Heading>{say('common.notes')}</Heading>
          {notes}
        </>
      )}
    </>
  )
}
