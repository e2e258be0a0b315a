import {
  type CitationRef,
  findCitations,
  indexLaws,
  isResolved,
  type ResolvedCitation,
  resolveCitation,
} from '../domain/citation.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content, SourcedPage } from '../source/content.ts'

/**
 * Every citation in the content, resolved against the version in force on the day its page speaks of.
 */

/** What cites: a page of the site, or the questions of a topic. */
export interface Citing {
  readonly kind: 'explainer' | 'lesson' | 'campaign' | 'question'
  readonly id: string
  readonly title: string
}

/** A citation that stands, and who makes it. */
export interface CitationUse {
  readonly from: Citing
  readonly to: ResolvedCitation
}

/** All citations that stand, and a problem for each that doesn't. */
export interface CitationReport {
  readonly uses: readonly CitationUse[]
  readonly problems: readonly Problem[]
}

interface Written {
  readonly from: Citing
  readonly ref: CitationRef
  readonly asOf: IsoDate
  readonly place: string
}

interface CitingPage {
  readonly id: string
  readonly title: string
  readonly asOf: IsoDate
  readonly body: string
}

/** Texts of a value with the keys that lead to each. */
function textsOf(value: unknown, keys: readonly PropertyKey[] = []): { text: string; keys: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, keys }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
  )
}

function writtenInPage(kind: Citing['kind'], { value, source, placeInBody }: SourcedPage<CitingPage>): Written[] {
  const { body, ...frontMatter } = value
  const common = { from: { kind, id: value.id, title: value.title }, asOf: value.asOf }
  return [
    ...textsOf(frontMatter).flatMap(({ text, keys }) =>
      findCitations(text).map((ref) => ({ ...common, ref, place: source.place(keys) })),
    ),
    ...findCitations(body).map((ref) => ({ ...common, ref, place: placeInBody(ref.start) })),
  ]
}

function writtenInQuestions(content: Content): Written[] {
  return content.questionFiles.flatMap(({ value, source }) =>
    value.questions.flatMap((question, index) =>
      textsOf(question).flatMap(({ text, keys }) =>
        findCitations(text).map((ref) => ({
          from: { kind: 'question' as const, id: question.id, title: value.title },
          ref,
          asOf: value.asOf,
          place: source.place(['questions', index, ...keys]),
        })),
      ),
    ),
  )
}

/** Texts in the `citations` of a question, or of a part of a case, in which there is no citation. */
function malformed(content: Content): Problem[] {
  return content.questionFiles.flatMap(({ value, source }) =>
    value.questions.flatMap((question, index) => {
      const parts = question.type === 'case' ? question.questions : []
      return [
        { texts: question.citations, keys: ['questions', index, 'citations'] },
        ...parts.map((part, at) => ({
          texts: part.citations ?? [],
          keys: ['questions', index, 'questions', at, 'citations'],
        })),
      ].flatMap(({ texts, keys }) =>
        texts.flatMap((text, at) =>
          findCitations(text).length > 0
            ? []
            : [
                {
                  place: source.place([...keys, at]),
                  fault: `"${text}" is not a citation.`,
                  fix: 'Write the law and the article, for instance 《劳动合同法》第三十八条.',
                },
              ],
        ),
      )
    }),
  )
}

/** Resolves every citation of the content. */
export function checkCitations(content: Content): CitationReport {
  const laws = indexLaws(content.laws.map(({ value }) => value))
  const written = [
    ...content.explainers.flatMap((page) => writtenInPage('explainer', page)),
    ...content.lessons.flatMap((page) => writtenInPage('lesson', page)),
    ...content.campaigns.flatMap((page) => writtenInPage('campaign', page)),
    ...writtenInQuestions(content),
  ]
  const uses: CitationUse[] = []
  const problems: Problem[] = malformed(content)
  for (const { from, ref, asOf, place } of written) {
    const to = resolveCitation(laws, ref, asOf)
    if (isResolved(to)) uses.push({ from, to })
    else problems.push({ place, ...to })
  }
  return { uses, problems }
}
