import { describe, expect, it } from 'vitest'
import { storing } from './storing.ts'

describe('what the server has on disk', () => {
  it('is all of it once it has answered for the last key', () => {
    const own = storing()
    own.typed()
    const asked = own.question()
    own.typed()
    own.answered(asked)
    expect(own.isAllStored()).toBe(false)
    own.answered(own.question())
    expect(own.isAllStored()).toBe(true)
  })
  it('is nothing of what it refused, whatever it answers', () => {
    const own = storing()
    own.typed()
    own.refused()
    own.answered(own.question())
    expect([own.isAllStored(), own.isRefused()]).toEqual([false, true])
  })
  it('is what was refused and sent anew, but not by an answer that was on its way', () => {
    const own = storing()
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
