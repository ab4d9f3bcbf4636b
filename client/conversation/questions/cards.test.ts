import { describe, expect, it } from 'vitest'
import type { Question } from '../../../server/contract/question.ts'
import type { Step } from '../../../server/contract/template.ts'
import { nextCard, fixedScale } from './cards.ts'

const question = (id: string, kind: Question['kind'] = 'open') => ({ id, kind }) as Question
const step = (...questions: string[]) => ({ questions }) as Partial<Step> as Step

describe('questions of a step', () => {
  it('a scale stands where a step begins with it, and is a question like others elsewhere', () => {
    const all = [question('mind'), question('energy', 'scale')]
    expect(fixedScale(all, step('energy', 'mind'))?.id).toBe('energy')
    expect(fixedScale(all, step('mind', 'energy'))).toBeUndefined()
    expect(fixedScale(all, step())).toBeUndefined()
  })
  it.each([
    ['a', 'b'],
    ['c', 'a'],
    ['gone', 'a'],
  ])('after %s comes %s', (id, next) => {
    expect(nextCard([question('a'), question('b'), question('c')], id)?.id).toBe(next)
  })
  it('a question alone has no other', () => {
    expect(nextCard([question('a')], 'a')).toBeUndefined()
    expect(nextCard([], 'a')).toBeUndefined()
  })
})
