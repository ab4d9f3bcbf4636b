import { describe, expect, it } from 'vitest'
import { reshape } from './reshape.ts'

const old = { what: 'Vaker bellen', due: '2026-06-08' }
const nothing = { what: undefined, due: undefined }

describe('reshaping a commitment', () => {
  it('leaves it as it is when nothing is asked', () => {
    expect(reshape(old, null, nothing)).toEqual({ ...old, reshapedFrom: null })
  })
  it('keeps the wording that it had', () => {
    const wanted = { what: 'Elke vrijdag één klant bellen', due: undefined }
    expect(reshape(old, null, wanted)).toEqual({
      what: 'Elke vrijdag één klant bellen',
      due: '2026-06-08',
      reshapedFrom: old,
    })
  })
  it('can take the day away', () => {
    expect(reshape(old, null, { what: undefined, due: null })).toMatchObject({ due: null, reshapedFrom: old })
  })
  it('twice in one talk keeps the wording from before the talk', () => {
    const once = { what: 'Elke vrijdag bellen', due: '2026-06-12' }
    expect(reshape(once, old, { what: 'Elke maandag bellen', due: undefined }).reshapedFrom).toEqual(old)
    expect(reshape(once, old, nothing).reshapedFrom).toEqual(old)
  })
  it('put back as it was is none', () => {
    expect(reshape({ what: 'x', due: null }, old, old)).toEqual({ ...old, reshapedFrom: null })
  })
  it('keeps of what is there the wording alone', () => {
    const document = { ...old, status: 'open' }
    expect(reshape(document, null, { what: 'x', due: undefined }).reshapedFrom).toEqual(old)
  })
})
