import { describe, expect, test } from 'vitest'
import { changeOf, compareStatutes, countChanges, sameWords } from '../../content/domain/law-changes.ts'
import type { StatuteArticle } from '../../content/domain/statute.ts'
import { statuteArticle } from '../fixtures/statutes.ts'

const PURPOSE = '为了让检查软件的人知道软件对不对，根据常理，制定本法。'
const REPLY = '申请人提出书面申请的，主管机关应当在收到申请之日起十五日内书面答复申请人，并说明理由。'
const RECORD = '主管机关应当建立档案，逐件登记收到的申请和作出的答复，至少保存五年，供人查阅。'
const FINE = '违反本法规定，拒绝登记的，由上级机关责令改正；拒不改正的，处一千元以上三千元以下罚款。'
const FEE = '办理登记不收取任何费用，工本费由本级财政负担，任何人不得以其他名目变相收费。'

function compare(before: readonly StatuteArticle[], after: readonly StatuteArticle[]) {
  return compareStatutes({ articles: [...before] }, { articles: [...after] })
}

/** `kind before→after` of each change. */
function shown(before: readonly StatuteArticle[], after: readonly StatuteArticle[]): string[] {
  return compare(before, after).map(
    (change) => `${change.kind} ${change.before?.number ?? '–'}→${change.after?.number ?? '–'}`,
  )
}

const article = statuteArticle

describe('two texts of a law', () => {
  test.each<[string, StatuteArticle[], StatuteArticle[], string[]]>([
    ['that are the same', [article('1', PURPOSE)], [article('1', PURPOSE)], ['same 1→1']],
    [
      'that differ in punctuation, width and blanks',
      [article('1', '为了检查（软件），制定 本法。')],
      [article('1', '为了检查(软件) 制定本法；')],
      ['punctuation 1→1'],
    ],
    [
      'of which one has other words',
      [article('1', PURPOSE), article('2', REPLY)],
      [article('1', PURPOSE), article('2', REPLY.replace('十五日', '七日'))],
      ['same 1→1', 'changed 2→2'],
    ],
    [
      'of which the later one has an article put in, and renumbers',
      [article('1', PURPOSE), article('2', REPLY), article('3', RECORD)],
      [article('1', PURPOSE), article('2', FEE), article('3', REPLY), article('4', RECORD.replace('五年', '十年'))],
      ['same 1→1', 'new –→2', 'moved 2→3', 'changed 3→4'],
    ],
    [
      'of which the later one lacks an article',
      [article('1', PURPOSE), article('2', FEE), article('3', RECORD)],
      [article('1', PURPOSE), article('2', RECORD)],
      ['same 1→1', 'gone 2→–', 'moved 3→2'],
    ],
    [
      'of which the first article is gone',
      [article('1', FEE), article('2', RECORD)],
      [article('1', RECORD)],
      ['gone 1→–', 'moved 2→1'],
    ],
    [
      'whose articles changed places',
      [article('1', FEE), article('2', RECORD), article('3', FINE)],
      [article('1', FINE), article('2', FEE), article('3', RECORD)],
      ['moved 3→1', 'moved 1→2', 'moved 2→3'],
    ],
    [
      'with an inserted article',
      [article('1', PURPOSE), article('2', FEE)],
      [article('1', PURPOSE), article('1-1', RECORD), article('2', FEE)],
      ['same 1→1', 'new –→1-1', 'same 2→2'],
    ],
    [
      'of which one article was written anew between the same neighbours',
      [article('1', PURPOSE), article('2', '申请应当在十五日内答复。'), article('3', FEE)],
      [article('1', PURPOSE), article('2', '收到申请后，三日内答复，并且当面说清楚理由和办法。'), article('3', FEE)],
      ['same 1→1', 'changed 2→2', 'same 3→3'],
    ],
    [
      'of which one article gave way to something else at the same place',
      [article('1', PURPOSE), article('2', FINE), article('3', FEE)],
      [article('1', PURPOSE), article('2', RECORD), article('3', FEE)],
      ['same 1→1', 'gone 2→–', 'new –→2', 'same 3→3'],
    ],
    [
      'with two articles of the same words',
      [article('1', FEE), article('2', PURPOSE), article('3', FEE)],
      [article('1', FEE), article('2', FEE), article('3', PURPOSE)],
      ['same 1→1', 'moved 3→2', 'moved 2→3'],
    ],
    ['that have nothing in common', [article('1', FEE)], [article('1', PURPOSE)], ['gone 1→–', 'new –→1']],
    ['with an empty article', [article('1', '')], [article('1', PURPOSE)], ['gone 1→–', 'new –→1']],
  ])('%s', (_name, before, after, changes) => {
    expect(shown(before, after).toSorted()).toEqual(changes.toSorted())
  })

  test('stand in the order of the later one; what is gone follows what stood before it', () => {
    expect(
      shown(
        [article('1', PURPOSE), article('2', FEE), article('3', REPLY), article('4', RECORD)],
        [article('1', RECORD), article('2', PURPOSE), article('3', FINE)],
      ),
    ).toEqual(['moved 4→1', 'moved 1→2', 'gone 2→–', 'gone 3→–', 'new –→3'])
  })

  test('an article whose paragraphs or items were cut otherwise has changed: citations count them', () => {
    expect(shown([article('1', `${FEE}${REPLY}`)], [article('1', `${FEE}\n${REPLY}`)])).toEqual(['changed 1→1'])
    const items = (...texts: string[]): StatuteArticle => ({
      ...article('1', ''),
      paragraphs: [{ text: '下列人员可以申请：', items: texts }],
    })
    expect(shown([items('（一）甲', '（二）乙和丙')], [items('（一）甲', '（二）乙', '（三）丙')])).toEqual([
      'changed 1→1',
    ])
  })

  test('every article of both stands once, whatever they are', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1)
    const word = (value: number) => String.fromCharCode(0x4e00 + (value % 97), 0x4e00 + ((value * 31) % 89))
    const text = (value: number) => Array.from({ length: 20 }, (_, index) => word(value * 7 + index)).join('')
    const before = numbers.map((number) => article(`${number}`, text(number)))
    const after = numbers.map((number) => article(`${number}`, text((number * 17) % 71)))
    const changes = compare(before, after)
    const sorted = (list: (string | undefined)[]) => list.filter((own) => own !== undefined).toSorted()
    expect(sorted(changes.map((change) => change.before?.number))).toEqual(sorted(before.map(({ number }) => number)))
    expect(sorted(changes.map((change) => change.after?.number))).toEqual(sorted(after.map(({ number }) => number)))
    const counts = countChanges(changes)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(changes.length)
  })

  test('1,300 articles, all renumbered and changed, are compared in the time of a test', () => {
    const text = (value: number) =>
      `${FINE}${Array.from({ length: 40 }, (_, at) => String.fromCharCode(0x4e00 + ((value * 131 + at * 57) % 3000))).join('')}`
    const before = Array.from({ length: 1300 }, (_, at) => article(`${at + 1}`, text(at)))
    const after = before.map((own, at) => article(`${at + 2}`, `${own.paragraphs[0]?.text}另行规定。`))
    expect(countChanges(compare(before, after)).changed).toBe(1300)
  })
})

test.each([
  ['3.5倍', '35倍', false],
  ['10%', '10', false],
  ['10％以上', '10%以上', true],
  ['〈试验法〉', '<试验法>', true],
  ['总 则', '总则', true],
  ['甲、乙', '甲和乙', false],
  ['第一款。\n第二款。', '第一款。第二款。', false],
])('%j and %j have the same words: %s', (before, after, same) => {
  expect(sameWords(before, after)).toBe(same)
})

test('an article is found by its number in the earlier text', () => {
  const changes = compare([article('16', REPLY)], [article('16', FEE), article('23', REPLY)])
  expect(changeOf(changes, '16')).toMatchObject({ kind: 'moved', after: { number: '23' } })
  expect(changeOf(changes, '23')).toBeNull()
})
