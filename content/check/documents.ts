import { DOCUMENT_HEADINGS, FICTIONAL_MARK, type NormativeDocument } from '../domain/document.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content, SourcedPage } from '../source/content.ts'
import { shownField } from '../source/field-names.ts'
import { idsOf, unknown } from './names.ts'

/**
 * Documents whose numbers stand twice, whose dates contradict each other, whose counterpart is missing, or that were
 * invented and don't say so.
 */
export function checkDocuments(content: Content): Problem[] {
  const [documents, explainers] = [idsOf(content.documents), idsOf(content.explainers)]
  const seen = new Map<string, string>()
  return content.documents.flatMap((page) => {
    const { value, source } = page
    const at = (key: string) => source.place([key])
    const problems = [
      ...numberProblems(page, seen),
      ...dateProblems(page),
      ...markProblems(page),
      ...headingProblems(page),
      ...unknown(
        value.explainer === undefined ? [] : [value.explainer],
        explainers,
        () => at('explainer'),
        '办事解读',
        '用 content/explainers/ 里的文件名，不带 .md，例如 unpaid-wages。',
      ),
      ...unknown(
        value.changedBy === undefined ? [] : [value.changedBy],
        documents,
        () => at('changedBy'),
        '政策文件',
        '用 content/documents/ 里的文件名，不带 .md。',
      ),
    ]
    return [...problems, ...explainerProblems(page), ...validityProblems(page)]
  })
}

/** Without an explainer and without a reason, the explainer is still to come: a clock runs, and nothing is wrong yet. */
function explainerProblems({ value, source }: SourcedPage<NormativeDocument>): Problem[] {
  const problems: Problem[] = []
  if (value.explainer !== undefined && value.withoutExplainer !== undefined) {
    problems.push({
      place: source.place(['withoutExplainer']),
      fault: '政策解读（explainer）和为什么没有解读（withoutExplainer）都写了。',
      fix: '两项里留一项，例如 explainer: unpaid-wages；解读还没有发布的，两项都不写。',
    })
  }
  if (value.explainedOn === undefined) return problems
  if (value.explainer === undefined) {
    problems.push({
      place: source.place(['explainedOn']),
      fault: `写了解读发布日期（explainedOn）“${value.explainedOn}”，却没有写是哪篇政策解读（explainer）。`,
      fix: '加上 explainer，例如 explainer: unpaid-wages；没有解读的，删去 explainedOn。',
    })
  }
  if (value.explainedOn < value.publishedOn) {
    problems.push({
      place: source.place(['explainedOn']),
      fault: `解读发布日期（explainedOn）“${value.explainedOn}”早于文件的发布时间（publishAt）“${value.publishedOn}”。`,
      fix: '改正其中一个；解读和文件同一天发布的，写同一天。',
    })
  }
  return problems
}

function validityProblems({ value, source }: SourcedPage<NormativeDocument>): Problem[] {
  if ((value.expiresOn === undefined) !== (value.withoutExpiry === undefined)) return []
  return [
    {
      place: source.place(['withoutExpiry']),
      fault:
        value.expiresOn === undefined
          ? '没有写有效期到什么时候（失效日期 expiresOn），也没有写为什么没有有效期（withoutExpiry）。'
          : '失效日期（expiresOn）和为什么没有有效期（withoutExpiry）都写了。',
      fix: '两项里留一项：有有效期的，写有效期满后的第一天，例如 expiresOn: 2031-05-01；没有的，写明为什么没有。',
    },
  ]
}

/** 索引号 and 文号 are permanent and belong to one document; the year in 〔〕 is that of 成文日期. */
function numberProblems({ value, source }: SourcedPage<NormativeDocument>, seen: Map<string, string>): Problem[] {
  const problems: Problem[] = []
  for (const key of ['indexNumber', 'documentNumber'] as const) {
    const other = seen.get(`${key} ${value[key]}`)
    if (other !== undefined) {
      problems.push({
        place: source.place([key]),
        fault: `${shownField(key)}“${value[key]}”已经是 ${other} 的了。`,
        fix: '每个文件用自己的索引号和文号，用过的不再用。',
      })
    }
    seen.set(`${key} ${value[key]}`, value.id)
  }
  if (!value.documentNumber.includes(`〔${value.writtenOn.slice(0, 4)}〕`)) {
    problems.push({
      place: source.place(['documentNumber']),
      fault: `文号“${value.documentNumber}”里的年份和成文日期“${value.writtenOn}”不一致。`,
      fix: `把〔〕里改成成文的年份〔${value.writtenOn.slice(0, 4)}〕；成文日期写错的，改正 writtenOn。`,
    })
  }
  return problems
}

/** Pairs of dates of which the first may not come after the second. */
const ORDER = [
  ['writtenOn', 'publishedOn'],
  ['writtenOn', 'effectiveFrom'],
  ['effectiveFrom', 'expiresOn'],
  ['effectiveFrom', 'amendedOn'],
  ['publishedOn', 'repealedOn'],
] as const

/** The field in which a date stands. */
function nameOf(date: (typeof ORDER)[number][number]): string {
  return date === 'publishedOn' ? 'publishAt' : date
}

function dateProblems({ value, source }: SourcedPage<NormativeDocument>): Problem[] {
  const problems = ORDER.flatMap(([first, second]): Problem[] => {
    const [from, to] = [value[first], value[second]]
    if (to === undefined || from <= to) return []
    return [
      {
        place: source.place([nameOf(second)]),
        fault: `${shownField(nameOf(second))}“${to}”早于${shownField(nameOf(first))}“${from}”。`,
        fix: `改正其中一个，让${shownField(nameOf(second))}不早于${shownField(nameOf(first))}。`,
      },
    ]
  })
  const changed = value.amendedOn !== undefined || value.repealedOn !== undefined
  if (value.changedBy !== undefined && !changed) {
    problems.push({
      place: source.place(['changedBy']),
      fault: `写了由哪个文件修改或者废止（changedBy）“${value.changedBy}”，却没有写哪一天。`,
      fix: '加上修改日期或者废止日期，例如 amendedOn: 2026-07-01。',
    })
  }
  return problems
}

/** Readers and search engines see title and issuer apart from the notice on the page, so both carry the mark. */
function markProblems({ value, source }: SourcedPage<NormativeDocument>): Problem[] {
  return (['title', 'issuer'] as const).flatMap((key): Problem[] => {
    if (value[key].endsWith(FICTIONAL_MARK) === value.fictional) return []
    return [
      {
        place: source.place([key]),
        fault: `写的是 fictional: ${value.fictional}，${shownField(key)}“${value[key]}”的末尾却${value.fictional ? '没有' : '有'}${FICTIONAL_MARK}。`,
        fix: `虚构的文件，标题和发布单位都以${FICTIONAL_MARK}结尾；真实的文件都不带。`,
      },
    ]
  })
}

function headingProblems({ value, placeInBody }: SourcedPage<NormativeDocument>): Problem[] {
  const headings = [...value.body.matchAll(/^## (.+)$/gm)].map(([, text = '']) => text.trim())
  if (headings.join('\n') === DOCUMENT_HEADINGS.join('\n')) return []
  return [
    {
      place: placeInBody(0),
      fault: headings.length === 0 ? '没有小标题。' : `小标题不对，或者顺序不对：“${headings.join('、')}”。`,
      fix: `按这个顺序写这几个小标题，一个不少：${DOCUMENT_HEADINGS.map((text) => `## ${text}`).join('、')}。`,
    },
  ]
}
