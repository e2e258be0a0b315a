import { UNWRITTEN } from '../../check/unwritten.ts'
import type { AnswersOf } from '../answers.ts'
import { field, listField } from '../yaml-text.ts'
import { markdown, type Names, pageFields } from './page.ts'

/** What a document is made of besides the answers of a page. */
export interface DocumentText {
  readonly body: string
  /** Invented for a demonstration. */
  readonly fictional: boolean
}

const NUMBER = /[\p{Script=Han}]{2,12}〔\d{4}〕[1-9]\d*号/u

/** The draft of a normative document around a text that is there already. */
export function documentDraft(
  answers: AnswersOf<'explainer'>,
  names: Names,
  { body, fictional }: DocumentText,
): string {
  const { asOf, citations } = answers
  const [number] = NUMBER.exec(body) ?? []
  const frontMatter = [
    ...pageFields(answers, names),
    ...field('indexNumber', `${UNWRITTEN}索引号`, '索引号：4～20个字符，一份文件一个，永远不再用。'),
    ...field('documentNumber', number ?? `${UNWRITTEN}〔${asOf.slice(0, 4)}〕1号`, '文号：例如 明人社规〔2026〕2号。'),
    ...field('issuer', `${UNWRITTEN}发布机构`, '发布机构。虚构的文件，标题和发布机构都以（示例）结尾。'),
    ...field('writtenOn', asOf, `成文日期。${UNWRITTEN}改成文件上的日期。`),
    ...field('effectiveFrom', asOf, `施行日期：生效的第一天。${UNWRITTEN}改成文件上的日期。`),
    ...field(
      'withoutExpiry',
      `${UNWRITTEN}为什么没有有效期`,
      '有效期：有的，删去下一行，写 expiresOn: 有效期满后的第一天；没有的，写明为什么没有。',
    ),
    ...field('disclosure', '主动公开', '公开方式：主动公开、依申请公开、不予公开。'),
    ...field('fictional', fictional, '是不是为演示虚构的：true 是，false 不是。'),
    ...listField(
      'basis',
      citations.length > 0 ? citations : [`${UNWRITTEN}《法律名》第几条`],
      '依据：这份文件根据哪些法条制定。',
    ),
    ...field(
      'withoutExplainer',
      `${UNWRITTEN}为什么没有政策解读`,
      '政策解读：有解读的，删去下一行，写 explainer: 解读的文件名；还没有发布的，只删去下一行；不用写的，写明为什么。',
    ),
  ]
  return markdown(frontMatter, [body])
}
