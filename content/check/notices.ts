import { findCitations } from '../domain/citation.ts'
import type { Problem } from '../domain/errors.ts'
import type { Notice } from '../domain/notice.ts'
import type { Content } from '../source/content.ts'

type Place = (...keys: PropertyKey[]) => string

/** Notices out of order, with dates that contradict each other, or of another kind than their basis says. */
export function checkNotices(content: Content): Problem[] {
  const numbers = new Set<string>()
  return content.notices.flatMap(({ value: list, source }) =>
    list.notices.flatMap((notice, index) => {
      const at: Place = (...keys) => source.place(['notices', index, ...keys])
      const problems = [...dateProblems(notice, at), ...kindProblems(notice, at)]
      const id = `${list.year}-${String(index + 1).padStart(2, '0')}`
      if (notice.id !== id) {
        problems.push({
          place: at('id'),
          fault: `编号“${notice.id}”应当是“${id}”：一年里连着编，不能空号。`,
          fix: `改成 id: ${id}；新的提示加在这一年的最后。`,
        })
      }
      if (numbers.has(notice.number)) {
        problems.push({
          place: at('number'),
          fault: `文号“${notice.number}”用了两次。`,
          fix: '改正其中一个文号。',
        })
      }
      numbers.add(notice.number)
      const before = list.notices[index - 1]
      if (!notice.issuedOn.startsWith(`${list.year}-`) || (before !== undefined && before.issuedOn > notice.issuedOn)) {
        problems.push({
          place: at('issuedOn'),
          fault: `${notice.issuedOn} 发出的提示不该在${list.year}年台账的这个位置。`,
          fix: '放到发出那一年的文件里，按发出日期（issuedOn）从早到晚排。',
        })
      }
      if (notice.issuer === notice.addressee) {
        problems.push({
          place: at('addressee'),
          fault: `发文单位和收文单位相同，都是“${notice.issuer}”。`,
          fix: '改正 issuer 或者 addressee。',
        })
      }
      return problems
    }),
  )
}

function dateProblems({ issuedOn, publishedOn, replyBy, reply }: Notice, at: Place): Problem[] {
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [replyBy <= issuedOn, at('replyBy'), `反馈期限“${replyBy}”不在发出日期“${issuedOn}”之后。`],
    [publishedOn < issuedOn, at('publishedOn'), `公布日期“${publishedOn}”早于发出日期“${issuedOn}”。`],
    [
      reply !== undefined && reply.repliedOn < issuedOn,
      at('reply', 'repliedOn'),
      `收到反馈的日期“${reply?.repliedOn}”早于提示发出的日期“${issuedOn}”。`,
    ],
    [
      reply !== undefined && (reply.publishedOn < reply.repliedOn || reply.publishedOn < publishedOn),
      at('reply', 'publishedOn'),
      `反馈的公布日期“${reply?.publishedOn}”早于收到反馈或者公布提示的日期。`,
    ],
  ]
  return wrong.flatMap(([is, place, fault]) => (is ? [{ place, fault, fix: '对照原件改正日期。' }] : []))
}

/** 法治宣传教育法 第五十七条 gives the power to judicial-administration departments only, towards those of their level. */
function kindProblems({ kind, basis, issuer }: Notice, at: Place): Problem[] {
  const statutory = basis
    .flatMap(findCitations)
    .some(({ lawName, article }) => lawName === '法治宣传教育法' && article === '57')
  if ((kind === 'statutory') !== statutory) {
    return [
      {
        place: at('basis'),
        fault: `种类（kind）“${kind}”和依据（basis）“${basis.join('、')}”对不上。`,
        fix: '普法提示（statutory）要引用《法治宣传教育法》第五十七条；普法提醒（reminder）不能引用这一条。',
      },
    ]
  }
  if (kind === 'statutory' && !issuer.includes('司法')) {
    return [
      {
        place: at('issuer'),
        fault: `“${issuer}”不是司法行政部门，不能发普法提示（statutory）。`,
        fix: '改成发文的司法厅、司法局；人社部门写给单位的，改成 kind: reminder。',
      },
    ]
  }
  return []
}
