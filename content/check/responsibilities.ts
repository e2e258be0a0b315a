import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { idsOf, unknown } from './names.ts'

/** Rows that name laws or pages that do not exist, or claim to be done without date or evidence. */
export function checkResponsibilities(content: Content): Problem[] {
  const laws = idsOf(content.laws)
  const pages = new Set([
    ...content.explainers.map(({ value }) => `explainers/${value.id}`),
    ...content.lessons.map(({ value }) => `lessons/${value.id}`),
    ...content.campaigns.map(({ value }) => `campaigns/${value.id}`),
  ])
  return content.responsibilities.flatMap(({ value: list, source }) =>
    list.rows.flatMap((row, index) => {
      const at = (...keys: PropertyKey[]) => source.place(['rows', index, ...keys])
      const problems = unknown(
        row.laws,
        laws,
        (law) => at('laws', law),
        'law',
        'Use the file name of a law in content/laws/.',
      )
      if (list.rows.findIndex((other) => other.id === row.id) !== index) {
        problems.push({ place: at('id'), fault: `The id "${row.id}" stands twice.`, fix: 'Give each row its own id.' })
      }
      if ((row.progress === 'done') !== (row.doneOn !== undefined)) {
        problems.push({
          place: at('progress'),
          fault: 'progress and doneOn contradict each other.',
          fix: 'Give doneOn with done, and only then.',
        })
      }
      if (row.progress === 'done' && row.evidence.length === 0) {
        problems.push({
          place: at('evidence'),
          fault: 'A duty that is done has no evidence.',
          fix: 'Name the page or the record that shows it.',
        })
      }
      const links = row.evidence.filter((text) => /^(explainers|lessons|campaigns)\//.test(text))
      return [
        ...problems,
        ...unknown(
          links,
          pages,
          () => at('evidence'),
          'page',
          'Use folder and file name of a page, such as explainers/unpaid-wages.',
        ),
      ]
    }),
  )
}
