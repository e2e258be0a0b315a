import { describe, expect, test } from 'vitest'
import { type Checkpoint, CheckpointSchema, splitLesson } from '../../content/domain/lesson.ts'

function checkpoint(id: string, given: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id,
    prompt: '老周该先找谁要工资？',
    choices: [
      { text: '找总承包单位', sound: true, outcome: '总承包单位先行清偿，这条路走得通。' },
      { text: '只能找包工头', sound: false, outcome: '包工头不是唯一的责任人，会错过时间。' },
    ],
    ...given,
  }
}

/** A lesson in short: `text` for text, `<id>` for a checkpoint. */
function split(body: string, ...ids: string[]) {
  const { parts, faults } = splitLesson({ body, checkpoints: ids.map((id) => checkpoint(id)) })
  return {
    parts: parts.map((part) => (part.kind === 'text' ? part.markdown.trim() : `<${part.checkpoint.id}>`)),
    faults,
  }
}

const EDGE = '停顿放在了正文的开头、结尾，或者紧挨着另一个停顿。'

describe('a lesson', () => {
  test.each<[string, string, string[], string[]]>([
    ['with one stop', '起\n\n[[checkpoint:a]]\n\n承', ['a'], ['起', '<a>', '承']],
    [
      'with two stops',
      '起\n[[checkpoint:a]]\n承\n[[checkpoint:b-2]]\n合',
      ['a', 'b-2'],
      ['起', '<a>', '承', '<b-2>', '合'],
    ],
    [
      'whose stops come in another order than in the front matter',
      '起\n[[checkpoint:b]]\n承\n[[checkpoint:a]]\n合',
      ['a', 'b'],
      ['起', '<b>', '承', '<a>', '合'],
    ],
    ['written on Windows', '起\r\n\r\n[[checkpoint:a]]\r\n\r\n承\r\n', ['a'], ['起', '<a>', '承']],
  ])('%s is cut into text and checkpoints', (_name, body, ids, parts) => {
    expect(split(body, ...ids)).toEqual({ parts, faults: [] })
  })

  test('loses no character of its text', () => {
    const body = '## 故事\n\n第一段。\n\n[[checkpoint:a]]\n\n## 后来\n\n第二段。\n'
    const { parts } = splitLesson({ body, checkpoints: [checkpoint('a')] })
    expect(parts.map((part) => (part.kind === 'text' ? part.markdown : '[[checkpoint:a]]')).join('')).toBe(body)
  })

  test.each<[string, string, string[], string[]]>([
    ['starts with a stop', '\n[[checkpoint:a]]\n承', ['a'], [EDGE]],
    ['ends with a stop', '起\n[[checkpoint:a]]\n \n', ['a'], [EDGE]],
    ['has two stops in a row', '起\n[[checkpoint:a]]\n\n[[checkpoint:b]]\n合', ['a', 'b'], [EDGE]],
    [
      'names a stop that does not exist',
      '起\n[[checkpoint:x]]\n合',
      [],
      ['正文里的“[[checkpoint:x]]”在文件开头的 checkpoints 里没有，或者写了两次。'],
    ],
    ['never comes to a stop', '起\n合', ['a'], ['停顿“a”在正文里没有单独一行“[[checkpoint:a]]”。']],
    [
      'stops in the middle of a line',
      '起 [[checkpoint:a]] 合',
      ['a'],
      ['停顿“a”在正文里没有单独一行“[[checkpoint:a]]”。'],
    ],
    [
      'stops twice at the same place',
      '起\n[[checkpoint:a]]\n承\n[[checkpoint:a]]\n合',
      ['a'],
      ['正文里的“[[checkpoint:a]]”在文件开头的 checkpoints 里没有，或者写了两次。'],
    ],
    ['has two checkpoints of one id', '起\n[[checkpoint:a]]\n合', ['a', 'a'], ['有两个停顿用了同一个编号（id）。']],
    [
      'has several faults',
      '[[checkpoint:x]]\n承',
      ['a'],
      [
        EDGE,
        '正文里的“[[checkpoint:x]]”在文件开头的 checkpoints 里没有，或者写了两次。',
        '停顿“a”在正文里没有单独一行“[[checkpoint:a]]”。',
      ],
    ],
  ])('that %s is at fault', (_name, body, ids, faults) => {
    expect(split(body, ...ids).faults).toEqual(faults)
  })
})

describe('a checkpoint', () => {
  const { choices } = checkpoint('a')

  test('offers a sound choice and an unsound one', () => {
    expect(CheckpointSchema.safeParse(checkpoint('a')).success).toBe(true)
  })

  test.each<[string, Partial<Checkpoint>]>([
    ['only sound choices', { choices: choices.map((choice) => ({ ...choice, sound: true })) }],
    ['only unsound choices', { choices: choices.map((choice) => ({ ...choice, sound: false })) }],
    ['one choice', { choices: choices.slice(0, 1) }],
    ['five choices', { choices: [...choices, ...choices, ...choices].slice(0, 5) }],
    ['an id in capitals', { id: 'A' }],
  ])('with %s is refused', (_name, given) => {
    expect(CheckpointSchema.safeParse(checkpoint('a', given)).success).toBe(false)
  })
})
