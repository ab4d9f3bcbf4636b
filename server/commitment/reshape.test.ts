import { describe, expect, it } from 'vitest'
import { reshape } from './reshape.ts'

const rest = { firstStep: 'De lijst maken', criterion: 'Niemand is verrast', ifThen: '' }
const old = { what: 'Vaker bellen', due: '2026-06-08', ...rest }
const nothing = {
  what: undefined,
  due: undefined,
  firstStep: undefined,
  criterion: undefined,
  ifThen: undefined,
}

describe('reshaping a commitment', () => {
  it('leaves it as it is when nothing is asked', () => {
    expect(reshape(old, null, nothing)).toEqual({ ...old, reshapedFrom: null })
  })
  it('keeps the wording that it had', () => {
    const wanted = { ...nothing, what: 'Elke vrijdag één klant bellen' }
    expect(reshape(old, null, wanted)).toEqual({
      what: 'Elke vrijdag één klant bellen',
      due: '2026-06-08',
      ...rest,
      reshapedFrom: old,
    })
  })
  it('can take the day away', () => {
    expect(reshape(old, null, { ...nothing, due: null })).toMatchObject({ due: null, reshapedFrom: old })
  })
  it('twice in one talk keeps the wording from before the talk', () => {
    const once = { ...rest, what: 'Elke vrijdag bellen', due: '2026-06-12' }
    expect(reshape(once, old, { ...nothing, what: 'Elke maandag bellen' }).reshapedFrom).toEqual(old)
    expect(reshape(once, old, nothing).reshapedFrom).toEqual(old)
  })
  it('put back as it was is none', () => {
    expect(reshape({ ...rest, what: 'x', due: null }, old, old)).toEqual({ ...old, reshapedFrom: null })
  })
  it('keeps of what is there the wording alone', () => {
    const document = { ...old, status: 'open' }
    expect(reshape(document, null, { ...nothing, what: 'x' }).reshapedFrom).toEqual(old)
  })
  it('gives it another first step, another sign that it worked, and keeps those it had', () => {
    const wanted = { ...nothing, firstStep: 'Noor bellen', criterion: '' }
    expect(reshape(old, null, wanted)).toEqual({
      ...old,
      firstStep: 'Noor bellen',
      criterion: '',
      reshapedFrom: old,
    })
  })
  it('of a talk that knew no more than what and when goes on from there', () => {
    const earlier = { what: 'Bellen', due: null }
    expect(reshape(old, earlier, nothing).reshapedFrom).toEqual({ ...old, ...earlier })
  })
})
