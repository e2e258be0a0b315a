import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { rankEntries } from '../../content/domain/ranking.ts'
import type { Delivery } from '../../worker/objects/board/delivery.ts'
import { BOARD_MIGRATIONS } from '../../worker/objects/board/migrations.ts'
import { BoardStore } from '../../worker/objects/board/store.ts'
import { migrate } from '../../worker/sqlite/migrate.ts'

const PEOPLE = ['甲', '乙', '丙', '丁'].map((name) => ({ name, participant: crypto.randomUUID() }))

/** A delivery of somebody's result; `who` counts from 0. */
function delivery(who: number, score: number, seconds: number, overrides: Partial<Delivery> = {}): Delivery {
  const { name, participant } = PEOPLE[who] ?? { name: '', participant: '' }
  return {
    attempt: crypto.randomUUID(),
    participant,
    name,
    unit: null,
    score,
    timeUsedSeconds: seconds,
    finishedAt: 1_000_000 + seconds * 1000,
    rules: { tieBreak: 'time', counts: 'best' },
    ...overrides,
  }
}

function entries(deliveries: readonly Delivery[]) {
  return deliveries.map((value, index) => ({ id: index + 1, body: JSON.stringify(value) }))
}

async function lines(board: string, offset = 0, limit = 10) {
  const { entries: page } = await env.BOARD.getByName(board).people(offset, limit)
  return page.map(({ rank, name, score, timeUsedSeconds }) => `${rank} ${name} ${score} ${timeUsedSeconds}`)
}

describe('the board', () => {
  it('counts an attempt once, however often it arrives', async () => {
    const board = env.BOARD.getByName('once')
    const results = entries([delivery(0, 80, 10), delivery(1, 90, 20, { unit: 'ml-policy-law' })])
    for (let time = 0; time < 3; time += 1) expect(await board.count(results)).toEqual([])
    await board.count(results.slice(1))
    expect((await board.people(0, 10)).total).toBe(2)
    expect(await lines('once')).toEqual(['1 乙 90 20', '2 甲 80 10'])
    const { entries: units } = await board.groups('units', { by: 'average', atLeast: 1 })
    expect(units).toMatchObject([{ name: '法规处', participants: 1, score: 90 }])
  })

  it('lets a corrected result take the place of what counted, whatever comes late', async () => {
    const board = env.BOARD.getByName('corrected')
    const first = delivery(0, 90, 10)
    const second = delivery(0, 60, 10)
    await board.count(entries([first, { ...first, score: 70, correction: 1 }]))
    expect(await lines('corrected')).toEqual(['1 甲 70 10'])
    // The newer correction comes before the older one, and before the result that it corrects.
    await board.count(
      entries([{ ...second, score: 95, correction: 3 }, { ...first, score: 80, correction: 2 }, second]),
    )
    expect(await lines('corrected')).toEqual(['1 甲 95 10'])
    await board.count(entries([delivery(0, 96, 10)]))
    expect(await lines('corrected')).toEqual(['1 甲 96 10'])
  })

  it('gives equal results one rank and counts everybody before the next', async () => {
    await env.BOARD.getByName('ties').count(
      entries([
        delivery(0, 70, 9),
        delivery(1, 90, 30, { finishedAt: 1_000_000 }),
        delivery(2, 90, 30),
        delivery(3, 90, 31),
      ]),
    )
    expect(await lines('ties')).toEqual(['1 乙 90 30', '1 丙 90 30', '3 丁 90 31', '4 甲 70 9'])
    expect(await lines('ties', 1, 2)).toEqual(['1 丙 90 30', '3 丁 90 31'])
    expect(await env.BOARD.getByName('ties').standingOf(PEOPLE[3]?.participant ?? '')).toMatchObject({
      rank: 3,
      name: '丁',
    })
    expect(await env.BOARD.getByName('ties').standingOf(crypto.randomUUID())).toBeNull()
  })

  it.each([
    ['best', '1 甲 90 40'],
    ['last', '1 甲 60 50'],
    ['first', '1 甲 70 30'],
  ] as const)('lets the %s of several attempts count, in the totals too', async (counts, line) => {
    const rules = { tieBreak: 'time', counts } as const
    const board = env.BOARD.getByName(`counts-${counts}`)
    const unit = 'ml-policy-law'
    // Out of order, as deliveries may come.
    await board.count(
      entries([
        delivery(0, 90, 40, { rules, unit }),
        delivery(0, 60, 50, { rules, unit }),
        delivery(0, 70, 30, { rules, unit }),
        delivery(0, 90, 45, { rules, unit, finishedAt: 1_041_000 }),
      ]),
    )
    expect(await lines(`counts-${counts}`)).toEqual([line])
    const { entries: units } = await board.groups('regions', { by: 'average', atLeast: 1 })
    expect(units).toMatchObject([{ participants: 1, score: Number(line.split(' ')[2]) }])
  })

  it('breaks ties by the earlier finish where the assessment says so', async () => {
    const rules = { tieBreak: 'finish', counts: 'best' } as const
    await env.BOARD.getByName('finish').count(
      entries([
        delivery(0, 90, 10, { rules, finishedAt: 2_000_000 }),
        delivery(1, 90, 60, { rules, finishedAt: 1_000_000 }),
      ]),
    )
    expect(await lines('finish')).toEqual(['1 乙 90 60', '2 甲 90 10'])
  })

  it('refuses what it cannot read, names the field, and takes the rest of the batch', async () => {
    const board = env.BOARD.getByName('unreadable')
    const good = delivery(0, 50, 5)
    const refused = await board.count([
      { id: 1, body: '{' },
      { id: 2, body: JSON.stringify({ ...good, score: -1 }) },
      { id: 3, body: JSON.stringify({ ...good, extra: true }) },
      { id: 4, body: JSON.stringify(good) },
    ])
    expect(refused.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(refused[0]?.reason).toBe('The body is not JSON.')
    expect(refused[1]?.reason).toContain('score')
    expect(await lines('unreadable')).toEqual(['1 甲 50 5'])
  })

  it('ranks people by counts that agree with the list', async () => {
    const board = env.BOARD.getByName('many')
    const many = Array.from({ length: 300 }, (_, index) =>
      delivery(0, (index * 7) % 100, 1 + ((index * 13) % 50), { participant: crypto.randomUUID(), name: `人${index}` }),
    )
    await board.count(entries(many))
    const { entries: page, total } = await board.people(0, 300)
    expect(total).toBe(300)
    for (const [index, { name, rank, score, timeUsedSeconds }] of page.entries()) {
      const before = many.filter(
        (one) => one.score > score || (one.score === score && one.timeUsedSeconds < timeUsedSeconds),
      )
      expect([name, rank]).toEqual([name, before.length + 1])
      if (index % 50 !== 0) continue
      const { participant = '' } = many.find((one) => one.name === name) ?? {}
      expect((await board.standingOf(participant))?.rank).toBe(rank)
    }
  })

  it.each(['time', 'finish', 'none'] as const)(
    'pages from any place as the whole list goes, ties by %s',
    async (tieBreak) => {
      const board = env.BOARD.getByName(`pages-${tieBreak}`)
      const rules = { tieBreak, counts: 'best' } as const
      // Hundredths of marks, and finishes months apart: every level of the counts has several nodes.
      const many = Array.from({ length: 400 }, (_, index) =>
        delivery(0, ((index * 61) % 90) * 3.33, 1 + ((index * 377) % 7000), {
          participant: crypto.randomUUID(),
          name: `人${index}`,
          finishedAt: Date.UTC(2026, index % 12, 1 + (index % 28), index % 24, index % 60),
          rules,
        }),
      )
      await board.count(entries(many))
      const whole = (await board.people(0, 400)).entries
      expect(whole.map(({ rank }) => rank)).toEqual(rankEntries(many, tieBreak).map(({ rank }) => rank))
      for (const offset of [1, 57, 199, 200, 398, 399]) {
        expect((await board.people(offset, 60)).entries).toEqual(whole.slice(offset, offset + 60))
      }
      expect((await board.people(400, 60)).entries).toEqual([])
    },
  )

  it('keeps the ranks of a board whose counts had no buckets', async () => {
    const before = { name: '甲', unit: null, score: 8000, tie: 70_000, seconds: 70_000, finished_at: 1 }
    const { rank, total, page } = await runInDurableObject(
      env.BOARD.getByName('old-counts'),
      async (_, { storage }) => {
        await storage.deleteAll()
        migrate(storage, BOARD_MIGRATIONS.slice(0, 1))
        for (const [score, tie, people] of [
          [9000, 5, 3],
          [8000, 69_999, 2],
          [8000, 70_000, 1],
          [7000, 1, 0],
        ]) {
          storage.sql.exec('INSERT INTO ties VALUES (?, ?, ?)', score, tie, people)
          storage.sql.exec(
            'INSERT INTO scores VALUES (?1, ?2) ON CONFLICT DO UPDATE SET people = people + ?2',
            score,
            people,
          )
        }
        storage.sql.exec("INSERT INTO entries VALUES (x'00', '甲', NULL, 8000, 70000, 70000, 1)")
        const store = new BoardStore(storage)
        return { rank: store.rank(before), total: store.total(), page: store.page(5, 10) }
      },
    )
    expect({ rank, total }).toEqual({ rank: 6, total: 6 })
    expect(page).toEqual([before])
  })
})
