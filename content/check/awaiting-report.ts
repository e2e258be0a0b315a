import { awaitingAfter, awaitingOn, causeText, type TouchedCitation } from '../compare/awaiting.ts'
import type { IsoDate } from '../domain/dates.ts'

function lines(touched: readonly TouchedCitation[]): string[] {
  const byTurn = Map.groupBy(touched, ({ use, turn }) => `${use.to.law.id} ${turn.version}`)
  return [...byTurn.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { law } = first.use.to
    const repealed = first.turn.cause === 'repealed'
    const head = `《${law.name}》${first.turn.version} 起${repealed ? '废止' : '施行新文本'}，牵涉${new Set(own.map(({ item }) => item)).size}项：`
    const items = own.map(({ item, use, turn }) => `  ${use.place}　${item}　${use.to.label}：${causeText(turn)}`)
    return [head, ...new Set(items), `  怎么改：npm run impact -- ${law.name}，对照新旧条文审核。`]
  })
}

/**
 * What awaits a review because the law that it cites has changed, and what will by a day to come; for the terminal.
 *
 * @param today Beijing day
 */
export function awaitingReport(touched: readonly TouchedCitation[], today: IsoDate): string {
  const now = lines(awaitingOn(touched, today))
  const coming = lines(awaitingAfter(touched, today))
  return [
    ...(now.length === 0
      ? ['没有因为法律变动而等待审核的内容。']
      : ['等待审核（题目暂不抽用，页面有提示；不影响发布）：', ...now]),
    ...(coming.length === 0 ? [] : ['', '以后要审核的：', ...coming]),
  ].join('\n')
}
