import { expect, test } from 'vitest'
import { turns } from './turns-job.ts'

/** Everything that is done, in order, until there is nothing more to do: `p` plans, `d` delivers, `-` finds nothing to deliver. */
async function done(messages: number): Promise<string> {
  let [said, waiting] = ['', messages]
  const step = turns(
    async () => {
      said += 'p'
      return false
    },
    async () => {
      said += waiting > 0 ? 'd' : '-'
      return waiting-- > 0 ? 1 : 0
    },
  )
  while (await step());
  return said
}

test('a burst of messages costs one look at what changed in twenty of them, and one at its end', async () => {
  expect(await done(0)).toBe('p-')
  expect(await done(1)).toBe('pd-p-')
  expect(await done(45)).toBe(`p${'d'.repeat(20)}p${'d'.repeat(20)}pddddd-p-`)
})

test('all that there is to plan is planned before a message is sent', async () => {
  let [said, unplanned] = ['', 3]
  const step = turns(
    async () => {
      said += 'p'
      unplanned -= 1
      return unplanned > 0
    },
    async () => {
      said += '-'
      return 0
    },
  )
  expect(await step()).toBe(false)
  expect(said).toBe('ppp-')
})
