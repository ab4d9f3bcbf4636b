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
  it('an empty request leaves the commitment unchanged', () => {
    expect(reshape(old, null, nothing)).toEqual({ ...old, reshapedFrom: null })
  })
  it('a reshaped commitment keeps its previous wording', () => {
    const wanted = { ...nothing, what: 'Elke vrijdag één klant bellen' }
    expect(reshape(old, null, wanted)).toEqual({
      what: 'Elke vrijdag één klant bellen',
      due: '2026-06-08',
      ...rest,
      reshapedFrom: old,
    })
  })
  it('the due date can be removed', () => {
    expect(reshape(old, null, { ...nothing, due: null })).toMatchObject({ due: null, reshapedFrom: old })
  })
  it('a second reshape in one conversation keeps the wording from before the conversation', () => {
    const once = { ...rest, what: 'Elke vrijdag bellen', due: '2026-06-12' }
    expect(reshape(once, old, { ...nothing, what: 'Elke maandag bellen' }).reshapedFrom).toEqual(old)
    expect(reshape(once, old, nothing).reshapedFrom).toEqual(old)
  })
  it('a commitment that is put back to its previous wording counts as not reshaped', () => {
    expect(reshape({ ...rest, what: 'x', due: null }, old, old)).toEqual({ ...old, reshapedFrom: null })
  })
  it('the previous wording contains no other fields of the commitment', () => {
    const document = { ...old, status: 'open' }
    expect(reshape(document, null, { ...nothing, what: 'x' }).reshapedFrom).toEqual(old)
  })
  it('a new first step and success criterion are stored along with the previous ones', () => {
    const wanted = { ...nothing, firstStep: 'Noor bellen', criterion: '' }
    expect(reshape(old, null, wanted)).toEqual({
      ...old,
      firstStep: 'Noor bellen',
      criterion: '',
      reshapedFrom: old,
    })
  })
})
