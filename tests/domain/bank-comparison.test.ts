import { describe, expect, it } from 'vitest'
import { compareBanks } from '../../content/domain/bank-comparison.ts'
import { question, questionOf } from '../fixtures/questions.ts'

describe('two versions of a bank', () => {
  const contract = question({ id: 'a', stem: '多久以内订立书面合同？' })
  const wages = question({ id: 'b', stem: '工资什么时候发？' })

  it('are alike though the order is another', () => {
    expect(compareBanks([contract, wages], [wages, contract])).toEqual({ added: [], removed: [], changed: [], same: 2 })
  })

  it('name every field in which a question differs', () => {
    const after = { ...contract, key: ['B'], rationale: '理由另说。' }
    expect(compareBanks([contract], [after]).changed).toEqual([
      { before: contract, after, fields: ['key', 'rationale'] },
    ])
  })

  it('have the same question under another id, up to punctuation and width', () => {
    const renamed = { ...contract, id: 'z', stem: '多久以内订立书面合同?' }
    expect(compareBanks([contract, wages], [renamed, wages])).toMatchObject({
      added: [],
      removed: [],
      changed: [{ before: { id: 'a' }, after: { id: 'z' }, fields: ['stem'] }],
      same: 1,
    })
  })

  it('have an id that was given to a question of another type since as two questions', () => {
    const other = questionOf('fill-in', { id: 'a', stem: '试用期最长____个月。' })
    expect(compareBanks([contract], [other])).toEqual({ added: [other], removed: [contract], changed: [], same: 0 })
  })

  it('have the same stem in two cases as two questions', () => {
    const inCase = (id: string) =>
      question({ id, stem: '他能要求什么？', group: { id: `case-${id}`, stem: `案情${id}` } })
    expect(compareBanks([inCase('a')], [inCase('b')])).toMatchObject({ added: [{ id: 'b' }], removed: [{ id: 'a' }] })
  })

  it('may be empty', () => {
    expect(compareBanks([], [])).toEqual({ added: [], removed: [], changed: [], same: 0 })
    expect(compareBanks([], [wages]).added).toEqual([wages])
    expect(compareBanks([wages], []).removed).toEqual([wages])
  })
})
