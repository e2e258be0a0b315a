import { caseAnchor } from '../domain/case-batch.ts'
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
import { noticeTitle } from '../domain/notice.ts'
import type { Content, SourcedPage } from '../source/content.ts'
import type { SourceFile } from '../source/source-file.ts'
import { textsWithin } from '../source/texts.ts'
import { UNWRITTEN } from './unwritten.ts'

/**
 * Every citation in the content, resolved against the version in force on the day its page speaks of.
 */

/** What cites: a page of the site, or the questions of a topic. */
export interface Citing {
  readonly kind:
    | 'explainer'
    | 'lesson'
    | 'campaign'
    | 'document'
    | 'case'
    | 'notice'
    | 'remedy'
    | 'calculator'
    | 'term'
    | 'question'
  /** Of a case: the id of its batch, whose page it stands on. */
  readonly id: string
  readonly title: string
  /** Where on the page it stands, if it is a part of it: `case-3`. */
  readonly anchor?: string
  /** Set on the English text of a page that exists in Chinese too. */
  readonly lang?: 'en'
}

/** A citation that stands, and who makes it. */
export interface CitationUse {
  readonly from: Citing
  readonly to: ResolvedCitation
  /** `path:line` of the citation. */
  readonly place: string
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

/** Citations of a value in a YAML file or a front matter, with the keys that lead to the value. */
function writtenInValue(
  from: Citing,
  asOf: IsoDate,
  value: unknown,
  source: SourceFile,
  keys: readonly PropertyKey[],
): Written[] {
  return textsWithin(value, keys).flatMap(({ text, keys: own }) =>
    findCitations(text).map((ref) => ({ from, ref, asOf, place: source.place(own) })),
  )
}

function writtenInPage(
  kind: Citing['kind'],
  { value, source, placeInBody }: SourcedPage<CitingPage>,
  language: Pick<Citing, 'lang'> = {},
): Written[] {
  const { body, ...frontMatter } = value
  const from: Citing = { kind, id: value.id, title: value.title, ...language }
  return [
    ...writtenInValue(from, value.asOf, frontMatter, source, []),
    ...findCitations(body).map((ref) => ({ from, ref, asOf: value.asOf, place: placeInBody(ref.start) })),
  ]
}

function writtenInQuestions(content: Content): Written[] {
  return content.questionFiles.flatMap(({ value, source }) =>
    value.questions.flatMap((question, index) => {
      const from: Citing = { kind: 'question', id: question.id, title: value.title }
      return writtenInValue(from, question.asOf ?? value.asOf, question, source, ['questions', index])
    }),
  )
}

function writtenInCases(content: Content): Written[] {
  return content.caseBatches.flatMap(({ value: { cases, ...batch }, source }) => [
    ...writtenInValue({ kind: 'case', id: batch.id, title: batch.title }, batch.asOf, batch, source, []),
    ...cases.flatMap((own, index) => {
      const from: Citing = { kind: 'case', id: batch.id, title: own.title, anchor: caseAnchor(own.number) }
      return writtenInValue(from, batch.asOf, own, source, ['cases', index])
    }),
  ])
}

/** A notice speaks of the law of the day on which it was issued. */
function writtenInNotices(content: Content): Written[] {
  return content.notices.flatMap(({ value: { notices }, source }) =>
    notices.flatMap((own, index) => {
      const from: Citing = { kind: 'notice', id: own.id, title: noticeTitle(own) }
      return writtenInValue(from, own.issuedOn, own, source, ['notices', index])
    }),
  )
}

function writtenInRemedies(content: Content): Written[] {
  return content.remedies.flatMap(({ value, source }) =>
    writtenInValue({ kind: 'remedy', id: value.id, title: value.title }, value.asOf, value, source, []),
  )
}

function writtenInGlossary({ glossary: { value, source } }: Content): Written[] {
  return value.terms.flatMap((own, index) =>
    writtenInValue({ kind: 'term', id: own.id, title: own.term }, value.asOf, own, source, ['terms', index]),
  )
}

/** What the rules of a calculator rest on. */
function writtenInRules(content: Content): Written[] {
  return content.rules.flatMap(({ value, source }) =>
    writtenInValue({ kind: 'calculator', id: value.id, title: value.title }, value.asOf, value, source, []),
  )
}

/** Texts that should be a citation and have none. */
function notCitations(texts: readonly string[], source: SourceFile, keys: readonly PropertyKey[]): Problem[] {
  return texts.flatMap((text, at) =>
    findCitations(text).length > 0 || text.includes(UNWRITTEN)
      ? []
      : [
          {
            place: source.place([...keys, at]),
            fault: `“${text}”不是法条。`,
            fix: '写上法律和条号，例如《劳动合同法》第三十八条。',
          },
        ],
  )
}

/** Texts without a citation in the basis of a document or a notice. */
function malformedBasis(content: Content): Problem[] {
  return [
    ...content.documents.flatMap(({ value, source }) => notCitations(value.basis, source, ['basis'])),
    ...content.notices.flatMap(({ value, source }) =>
      value.notices.flatMap((own, index) => notCitations(own.basis, source, ['notices', index, 'basis'])),
    ),
  ]
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
      ].flatMap(({ texts, keys }) => notCitations(texts, source, keys))
    }),
  )
}

/** Resolves every citation of the content. */
export function checkCitations(content: Content): CitationReport {
  const laws = indexLaws(content.laws.map(({ value }) => value))
  const written = [
    ...content.explainers.flatMap((page) => writtenInPage('explainer', page)),
    ...content.englishExplainers.flatMap((page) => writtenInPage('explainer', page, { lang: 'en' })),
    ...content.lessons.flatMap((page) => writtenInPage('lesson', page)),
    ...content.campaigns.flatMap((page) => writtenInPage('campaign', page)),
    ...content.documents.flatMap((page) => writtenInPage('document', page)),
    ...writtenInCases(content),
    ...writtenInNotices(content),
    ...writtenInRemedies(content),
    ...writtenInRules(content),
    ...writtenInGlossary(content),
    ...writtenInQuestions(content),
  ]
  const uses: CitationUse[] = []
  const problems: Problem[] = [...malformed(content), ...malformedBasis(content)]
  for (const { from, ref, asOf, place } of written) {
    const to = resolveCitation(laws, ref, asOf)
    if (isResolved(to)) uses.push({ from, to, place })
    else problems.push({ place, ...to })
  }
  return { uses, problems }
}
