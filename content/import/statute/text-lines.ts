/** Lines of a document, as readers of formats hand them to the reader of statutes. */

/** A paragraph of a document, or a line of a text. */
export interface TextLine {
  /** File with line or paragraph, shown in problems. */
  readonly place: string
  /** Its characters, without marks of the format. */
  readonly text: string
  /** Level of a heading, from 1; 0 for other lines. */
  readonly heading: number
  /** Whether it begins with emphasis, as article numbers do in some layouts. */
  readonly isEmphasised: boolean
}

/** What a document says of itself in fields. */
export interface StatedFields {
  readonly title?: string
  readonly issuer?: string
  readonly level?: string
  readonly adopted?: string
  readonly published?: string
  readonly effective?: string
  readonly status?: string
}

const FIELDS: readonly (readonly [keyof StatedFields, RegExp])[] = [
  ['title', /^(?:title|name|标题|名称|法律名称|法规标题)$/i],
  ['issuer', /^(?:issuer|office|制定机关|发布机关|颁布机关|发布部门|颁布单位|发文机关)$/i],
  ['level', /^(?:level|效力级别|效力位阶|法律性质|法律效力位阶|类别)$/i],
  ['adopted', /^(?:adopted|adoptedOn|通过日期|通过时间)$/i],
  ['published', /^(?:published|publishedOn|publish|公布日期|公布时间|发布日期|发布时间|颁布日期|颁布时间)$/i],
  ['effective', /^(?:effective|effectiveFrom|施行日期|施行时间|实施日期|实施时间|生效日期|生效时间)$/i],
  ['status', /^(?:status|时效性|效力状态|有效性|效力)$/i],
]

/** A field as a header has it: 施行日期：2013-07-01, or a row of a table. */
const FIELD_LINE = /^[【[]?([A-Za-z\u4e00-\u9fa5]{2,16})[】\]]?\s*(?:[：:|｜]\s*|(?<=[】\]])\s*)(.{1,120})$/u

/** The field of a name, or `null` for one that says nothing of a statute. */
export function fieldOf(name: string): keyof StatedFields | null {
  return FIELDS.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null
}

/** The field that a line states, or `null`. */
export function fieldIn(text: string): StatedFields | null {
  const match = FIELD_LINE.exec(text)
  const field = match === null ? null : fieldOf(match[1] ?? '')
  return field === null ? null : { [field]: (match?.[2] ?? '').trim() }
}
