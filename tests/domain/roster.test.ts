import { describe, expect, test } from 'vitest'
import { type RosterEntry, RosterEntrySchema, rosterDifference, staffNumberForm } from '../../content/domain/roster.ts'

function person(given: Partial<RosterEntry> = {}): RosterEntry {
  return { staffNumber: 'ML0001', name: '张三（示例）', unitPath: '省厅/法规处', ...given }
}

const people = (count: number) => Array.from({ length: count }, (_, at) => person({ staffNumber: `ML${at}` }))

describe('an entry', () => {
  test.each<[string, object]>([
    ['the least', person()],
    ['a rare character', person({ name: '𠮷田·古丽（示例）' })],
    ['a staff number of 32 characters', person({ staffNumber: 'M'.repeat(32) })],
    ['an exemption', person({ exemption: { reason: '产假', approver: '李四（示例）', attachment: '证明.pdf' } })],
  ])('may have %s', (_name, entry) => {
    expect(RosterEntrySchema.safeParse(entry).success).toBe(true)
  })

  test.each<[string, object]>([
    ['no staff number', person({ staffNumber: '' })],
    ['a staff number of 33 characters', person({ staffNumber: 'M'.repeat(33) })],
    ['a space in the staff number', person({ staffNumber: 'ML 1' })],
    ['a name with edges', person({ name: ' 张三' })],
    ['an exemption without approver', { ...person(), exemption: { reason: '产假' } }],
    ['an exemption without reason', { ...person(), exemption: { approver: '李四（示例）' } }],
    ['a field of its own', { ...person(), phone: '1' }],
  ])('is refused with %s', (_name, entry) => {
    expect(RosterEntrySchema.safeParse(entry).success).toBe(false)
  })
})

describe('the difference of two rosters', () => {
  test('goes by staff number and never by name', () => {
    const before = [person({ staffNumber: 'A1' }), person({ staffNumber: 'A2' })]
    const after = [person({ staffNumber: 'a1', name: '王五（示例）' }), person({ staffNumber: 'A3' })]
    const { joined, left, changed, moved } = rosterDifference(before, after)
    expect(joined).toEqual([after[1]])
    expect(left).toEqual([before[1]])
    expect(changed).toEqual([{ before: before[0], after: after[0], fields: ['name'] }])
    expect(moved).toEqual([])
  })

  test('has someone who moved and changed in both lists', () => {
    const before = person({ exemption: { reason: '病假', approver: '李四（示例）' } })
    const after = person({ unitPath: '省厅/信息处', post: '科员' })
    const change = { before, after, fields: ['unitPath', 'post', 'exemption'] }
    expect(rosterDifference([before], [after])).toMatchObject({ moved: [change], changed: [change], unchanged: 0 })
  })

  test('of a roster and itself, in another order, is none', () => {
    const all = people(20)
    expect(rosterDifference(all, structuredClone(all).reverse())).toEqual({
      joined: [],
      left: [],
      moved: [],
      changed: [],
      unchanged: 20,
      isLargeLeave: false,
    })
  })

  test.each([
    [18, false],
    [17, true],
    [0, true],
  ])('of 20 people of whom %d stay has a large leave: %s', (stay, isLarge) => {
    expect(rosterDifference(people(20), people(stay)).isLargeLeave).toBe(isLarge)
  })

  test('of nobody and some has none', () => {
    expect(rosterDifference([], people(3))).toMatchObject({ isLargeLeave: false, unchanged: 0 })
  })

  test('is refused when a staff number stands twice', () => {
    expect(() => rosterDifference([], [person(), person({ staffNumber: 'ｍｌ0001' })])).toThrow(RangeError)
  })
})

test('staff numbers are the same in any width and case', () => {
  expect(staffNumberForm('ｍｌ－００１')).toBe(staffNumberForm('ML-001'))
})
