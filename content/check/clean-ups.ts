import { CLEAN_UP_OUTCOMES, type CleanUp, type CleanUpOutcome, type ReviewedDocument } from '../domain/clean-up.ts'
import { documentStatus, type NormativeDocument } from '../domain/document.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content, Sourced } from '../source/content.ts'
import { shownField } from '../source/field-names.ts'
import { idsOf, unknown } from './names.ts'
import { checkYearFile } from './year-file.ts'

/**
 * Clean-up rounds that don't balance, leave out a document, or say of one what its page doesn't.
 *
 * A round has to speak of what the round before kept and of what was published since.
 */
export function checkCleanUps(content: Content): Problem[] {
  const documents = content.documents.map(({ value }) => value)
  const rounds = content.cleanUps.map((source) => roundOf(source, documents))
  return rounds.flatMap((round, index) => {
    const { cleanUp, source } = round
    const before = rounds[index - 1]
    return [
      ...checkYearFile({ value: cleanUp, source }, (file) => `${cleanUp.year}年的清理结果放在了 ${file} 里。`),
      ...dateProblems(round, before),
      ...entryProblems(content, round),
      ...totalProblems(round),
      ...missingProblems(round, before, documents),
      ...strayProblems(round, rounds.slice(0, index)),
      ...contradictions(round),
    ]
  })
}

/** An entry of a round, with the document of this site that it means. */
interface Entry {
  readonly outcome: CleanUpOutcome
  readonly entry: ReviewedDocument
  readonly document: NormativeDocument | undefined
  /** 文号, which is a document's for good; empty when the entry names none. */
  readonly number: string
  readonly place: (key: keyof ReviewedDocument) => string
}

interface Round {
  readonly cleanUp: CleanUp
  readonly source: Sourced<CleanUp>['source']
  readonly entries: readonly Entry[]
}

function roundOf({ value, source }: Sourced<CleanUp>, documents: readonly NormativeDocument[]): Round {
  const entries = CLEAN_UP_OUTCOMES.flatMap((outcome) =>
    value[outcome].map((entry, index): Entry => {
      const document = documents.find(({ id }) => id === entry.document)
      return {
        outcome,
        entry,
        document,
        number: document?.documentNumber ?? entry.number ?? '',
        place: (key) => source.place([outcome, index, key]),
      }
    }),
  )
  return { cleanUp: value, source, entries }
}

function dateProblems({ cleanUp: value, source }: Round, before: Round | undefined): Problem[] {
  const problems: Problem[] = []
  if (before !== undefined && value.asOf === before.cleanUp.asOf) {
    problems.push({
      place: source.place(['asOf']),
      fault: `和${before.cleanUp.year}年的清理截至同一天“${value.asOf}”。`,
      fix: '改正其中一次的 asOf：清理的是截至哪一天发布的文件。',
    })
  }
  if (value.publishedOn < value.asOf) {
    problems.push({
      place: source.place(['publishAt']),
      fault: `清理结果的发布时间（publishAt）“${value.publishedOn}”早于清理截止的日期（asOf）“${value.asOf}”。`,
      fix: '改正其中一个日期。',
    })
  }
  return problems
}

/** Entries that name no document, one that isn't there, or one that is named before. */
function entryProblems(content: Content, { entries }: Round): Problem[] {
  const known = idsOf(content.documents)
  const numbers = new Set<string>()
  return entries.flatMap(({ entry, document, number, place }) => {
    const problems = unknown(
      entry.document === undefined ? [] : [entry.document],
      known,
      () => place('document'),
      '政策文件',
      '用 content/documents/ 里的文件名，不带 .md；本站没有的文件，写文号（number）和标题（title）。',
    )
    const elsewhere = entry.number !== undefined && entry.title !== undefined
    if ((entry.document !== undefined) === elsewhere) {
      problems.push({
        place: place('document'),
        fault: elsewhere ? '写了本站的文件（document），又写了文号和标题。' : '没有写是哪一份文件。',
        fix: '本站有的文件，只写 document；本站没有的，写文号（number）和标题（title）。',
      })
    }
    const own = content.documents.find(({ value }) => value.documentNumber === entry.number)?.value
    if (own !== undefined) {
      problems.push({
        place: place('number'),
        fault: `文号“${entry.number}”是本站的文件 ${own.id}。`,
        fix: `改成 document: ${own.id}，删去 number 和 title。`,
      })
    }
    if (number !== '' && numbers.has(number)) {
      problems.push({
        place: place(document === undefined ? 'number' : 'document'),
        fault: `“${number}”写了两次清理结果。`,
        fix: '一份文件在一次清理里只有一个结果，删去另一个。',
      })
    }
    numbers.add(number)
    return problems
  })
}

/** kept + expired + repealed = reviewed, each as many as are listed. */
function totalProblems({ cleanUp: value, source }: Round): Problem[] {
  const { totals } = value
  const problems = CLEAN_UP_OUTCOMES.flatMap((outcome): Problem[] => {
    const listed = value[outcome].length
    if (totals[outcome] === listed) return []
    return [
      {
        place: source.place(['totals', outcome]),
        fault: `${shownField(outcome)}公布的是${totals[outcome]}件，列出的是${listed}件，${difference(totals[outcome], listed)}。`,
        fix: `对照公布的清理结果，改正数字，或者补上、删去 ${outcome} 里的文件。`,
      },
    ]
  })
  const sum = totals.kept + totals.expired + totals.repealed
  if (sum !== totals.reviewed) {
    problems.push({
      place: source.place(['totals', 'reviewed']),
      fault: `继续有效${totals.kept}件、宣布失效${totals.expired}件、宣布废止${totals.repealed}件，合计${sum}件，和清理总数${totals.reviewed}件对不上，${difference(totals.reviewed, sum)}。`,
      fix: '三项相加要等于清理总数：查清是数字错了，还是有文件没有结果。',
    })
  }
  return problems
}

function difference(announced: number, found: number): string {
  return announced > found ? `少${announced - found}件` : `多${found - announced}件`
}

/** Documents without a result that must have one. */
function missingProblems(
  { cleanUp, source, entries }: Round,
  before: Round | undefined,
  documents: readonly NormativeDocument[],
): Problem[] {
  const since = before?.cleanUp.asOf ?? ''
  const due = new Map([
    ...keptIn(before),
    ...documents
      .filter(({ publishedOn }) => publishedOn > since && publishedOn <= cleanUp.asOf)
      .map(({ documentNumber, title }) => [documentNumber, title] as const),
  ])
  for (const { number } of entries) due.delete(number)
  if (due.size === 0) return []
  const names = [...due].map(([number, title]) => `${number}《${title}》`).join('、')
  return [
    {
      place: source.place(['totals', 'reviewed']),
      fault: `有${due.size}件文件没有清理结果：${names}。`,
      fix: `上一次继续有效的、截至${cleanUp.asOf}新发布的，都要写进 kept、expired 或者 repealed。`,
    },
  ]
}

function keptIn(round: Round | undefined): (readonly [number: string, title: string])[] {
  return (round?.entries ?? [])
    .filter(({ outcome }) => outcome === 'kept')
    .map(({ number, document, entry }) => [number, document?.title ?? entry.title ?? ''] as const)
}

/** Documents that the round can't speak of: published later, or ended by an earlier round. */
function strayProblems({ cleanUp, entries }: Round, earlier: readonly Round[]): Problem[] {
  return entries.flatMap(({ number, document, place }): Problem[] => {
    const key = document === undefined ? 'number' : 'document'
    if (document !== undefined && document.publishedOn > cleanUp.asOf) {
      return [
        {
          place: place(key),
          fault: `${document.id} 是${document.publishedOn}发布的，不在截至${cleanUp.asOf}的清理范围里。`,
          fix: '删去这一项，留给下一次清理；截止日期写错的，改正 asOf。',
        },
      ]
    }
    const ended = earlier.flatMap((round) =>
      round.entries
        .filter((own) => own.number === number && own.outcome !== 'kept')
        .map((own) => `${round.cleanUp.year}年的清理里已经${shownOutcome(own.outcome)}`),
    )
    if (ended.length === 0) return []
    return [
      {
        place: place(key),
        fault: `“${number}”在${ended.join('、')}。`,
        fix: '删去其中一个；已经失效、废止的文件不再清理。',
      },
    ]
  })
}

function shownOutcome(outcome: CleanUpOutcome): string {
  return shownField(outcome).replace(/（.*$/, '')
}

/** What a round says of a document of this site, and what the document's own dates say. */
function contradictions({ cleanUp, entries }: Round): Problem[] {
  return entries.flatMap(({ outcome, document, place }): Problem[] => {
    if (document === undefined) return []
    const { id, expiresOn, repealedOn } = document
    const status = documentStatus(document, cleanUp.asOf)
    const wrong: Readonly<Record<CleanUpOutcome, boolean>> = {
      kept: status === '失效' || status === '废止',
      expired: expiresOn === undefined || expiresOn > cleanUp.publishedOn,
      repealed: repealedOn === undefined,
    }
    if (!wrong[outcome]) return []
    const dates = [
      ...(expiresOn === undefined ? [] : [`失效日期 ${expiresOn}`]),
      ...(repealedOn === undefined ? [] : [`废止日期 ${repealedOn}`]),
    ]
    return [
      {
        place: place('document'),
        fault: `清理结果写的是${shownOutcome(outcome)}，${id} 自己写的是${dates.join('、') || '没有失效日期，也没有废止日期'}。`,
        fix: '改正清理结果，或者改正文件里的 expiresOn、repealedOn。',
      },
    ]
  })
}
