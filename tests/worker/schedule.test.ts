import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Deliver, Outbox } from '../../worker/sqlite/outbox.ts'
import { retryDelay, Schedule } from '../../worker/sqlite/schedule.ts'

/** Runs `work` with the storage of a fresh object that has both tables. */
function withStorage<T>(name: string, work: (storage: DurableObjectStorage) => Promise<T> | T): Promise<T> {
  return runInDurableObject(env.ATTEMPTS.getByName(name), (_, { storage }) => work(storage))
}

afterEach(() => vi.restoreAllMocks())

function silenceErrors() {
  return vi.spyOn(console, 'error').mockImplementation(() => {})
}

describe('the schedule', () => {
  it('goes on with the other jobs when one fails, and tries that one again later', async () => {
    silenceErrors()
    await withStorage('schedule-1', async (storage) => {
      const ran: string[] = []
      const fails = () => {
        throw new Error('broken')
      }
      const schedule = new Schedule(storage, {
        bad: fails,
        good: () => {
          ran.push('good')
          return null
        },
      })
      schedule.request('bad', 10)
      schedule.request('good', 20)
      await schedule.run(1000)
      expect(ran).toEqual(['good'])
      const rows = storage.sql.exec('SELECT job, due_at, failures, error FROM schedule').toArray()
      expect(rows).toEqual([{ job: 'bad', due_at: 1500, failures: 1, error: 'Error: broken' }])
      expect(await storage.getAlarm()).not.toBeNull()
    })
  })

  it('never stops: a job that always fails is still armed after a hundred runs', async () => {
    silenceErrors()
    await withStorage('schedule-2', async (storage) => {
      const schedule = new Schedule(storage, { bad: () => Promise.reject(new Error('always')) })
      schedule.request('bad', 1)
      let now = 1
      for (let run = 1; run <= 100; run += 1) {
        await schedule.run(now)
        now = storage.sql.exec<{ due_at: number }>('SELECT due_at FROM schedule').one().due_at
        expect(await storage.getAlarm()).not.toBeNull()
      }
      expect(storage.sql.exec<{ failures: number }>('SELECT failures FROM schedule').one().failures).toBe(100)
    })
  })

  it('keeps the earlier of two requests, and a request made while the job runs', async () => {
    await withStorage('schedule-3', async (storage) => {
      const schedule = new Schedule(storage, {
        job: () => {
          schedule.request('job', 5000)
          return null
        },
      })
      schedule.request('job', 200)
      schedule.request('job', 100)
      schedule.request('job', 300)
      const due = () => storage.sql.exec<{ due_at: number }>('SELECT due_at FROM schedule').one().due_at
      expect(due()).toBe(100)
      await schedule.run(100)
      expect(due()).toBe(5000)
    })
  })

  it('knows after an eviction what was asked before', async () => {
    await withStorage('schedule-4', async (storage) => {
      new Schedule(storage, { job: () => null }).request('job', 100)
      let ran = 0
      const count = () => {
        ran += 1
        return null
      }
      await new Schedule(storage, { job: count }).run(100)
      expect(ran).toBe(1)
      expect(storage.sql.exec('SELECT * FROM schedule').toArray()).toEqual([])
    })
  })

  it.each([
    [1, 500],
    [2, 1000],
    [5, 8000],
    [30, 300_000],
    [1000, 300_000],
  ])('waits after %i failures %i ms', (failures, wait) => {
    expect(retryDelay(failures)).toBe(wait)
  })
})

describe('the outbox', () => {
  /** Delivers everything but bodies that say "bad", which throw. */
  function receiver() {
    const got: string[] = []
    const deliver: Deliver = async (_, entries) => {
      if (entries.some(({ body }) => body.includes('bad'))) throw new Error('cannot take this')
      got.push(...entries.map(({ body }) => body))
      return []
    }
    return { got, deliver }
  }

  it('sets a row that always fails aside with its error, while the others arrive', async () => {
    await withStorage('outbox-1', async (storage) => {
      const { got, deliver } = receiver()
      const outbox = new Outbox(storage.sql, deliver)
      for (let round = 0; round < 5; round += 1) {
        if (round === 0) outbox.add('board', 'bad')
        outbox.add('board', `good ${round}`)
        await outbox.flush(round)
      }
      expect(got).toEqual(['"good 0"', '"good 1"', '"good 2"', '"good 3"', '"good 4"'])
      expect(outbox.setAside()).toEqual([{ id: 1, destination: 'board', error: 'Error: cannot take this' }])
      outbox.add('board', 'good 5')
      expect(await outbox.flush(9)).toBe(true)
      expect(got).toHaveLength(6)
    })
  })

  it('sets a row aside at once when the receiver refuses it', async () => {
    await withStorage('outbox-2', async (storage) => {
      const outbox = new Outbox(storage.sql, async (_, entries) =>
        entries.map(({ id }) => ({ id, reason: 'unreadable' })),
      )
      outbox.add('board', {})
      expect(await outbox.flush(0)).toBe(true)
      expect(outbox.setAside()).toEqual([{ id: 1, destination: 'board', error: 'unreadable' }])
    })
  })

  it('sets nothing aside while the destination is down, however long, and another destination goes on', async () => {
    await withStorage('outbox-3', async (storage) => {
      let down = true
      const got: string[] = []
      const outbox = new Outbox(storage.sql, async (destination, entries) => {
        if (destination === 'down' && down) throw new Error('unreachable')
        got.push(...entries.map(({ body }) => `${destination} ${body}`))
        return []
      })
      outbox.add('down', 1)
      outbox.add('down', 2)
      outbox.add('up', 3)
      for (let round = 0; round < 20; round += 1) await expect(outbox.flush(round)).rejects.toThrow('unreachable')
      expect(got).toEqual(['up 3'])
      down = false
      expect(await outbox.flush(99)).toBe(true)
      expect(got).toEqual(['up 3', 'down 1', 'down 2'])
      expect(outbox.setAside()).toEqual([])
    })
  })
})
