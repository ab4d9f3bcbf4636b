import { describe, expect, it } from 'vitest'
import { ack } from './ack.ts'

describe('stored state of live notes', () => {
  it('all text counts as stored once the server has answered for the last key', () => {
    const own = ack()
    own.typed()
    const asked = own.question()
    own.typed()
    own.answered(asked)
    expect(own.isAllStored()).toBe(false)
    own.answered(own.question())
    expect(own.isAllStored()).toBe(true)
  })
  it('refused text does not count as stored, whatever the server answers', () => {
    const own = ack()
    own.typed()
    own.refused()
    own.answered(own.question())
    expect([own.isAllStored(), own.isRefused()]).toEqual([false, true])
  })
  it('refused text that is sent again counts as stored only after an answer to a later question', () => {
    const own = ack()
    own.typed()
    const early = own.question()
    own.refused()
    own.sentAnew()
    own.answered(early)
    expect([own.isAllStored(), own.isRefused()]).toEqual([false, false])
    own.answered(own.question())
    expect(own.isAllStored()).toBe(true)
  })
})
