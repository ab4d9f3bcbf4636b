import { expect, test } from 'vitest'
import { closedAt } from './closed.ts'
import type { CommitmentDocument } from './collection.ts'

const on = (day: number) => new Date(Date.UTC(2026, 5, day))
const said = (day: number, outcome: CommitmentDocument['status'] | null) => ({ outcome, at: on(day) })
const closed = (status: CommitmentDocument['status'], followUps: object[], doneAt?: Date) =>
  closedAt({
    status,
    followUps: followUps as CommitmentDocument['followUps'],
    createdAt: on(1),
    ...(doneAt ? { doneAt } : {}),
  })

test('a commitment is closed since it was first said to be as it is now', () => {
  expect(closed('open', [said(2, 'open')])).toBeNull()
  expect(closed('done', [], on(3))).toEqual(on(3))
  expect(closed('done', [said(4, 'done'), said(5, null), said(6, 'done')])).toEqual(on(4))
  expect(closed('done', [said(9, 'done')], on(3))).toEqual(on(3))
  expect(closed('dropped', [said(9, 'dropped')], on(3))).toEqual(on(9))
  expect(closed('done', [said(5, 'open'), said(7, 'done')], on(3))).toEqual(on(7))
})

test('a commitment of which nothing says when it was closed counts from when it was made', () => {
  expect(closed('done', [])).toEqual(on(1))
})
