import { describe, expect, test } from 'vitest'
import { sendingOf } from './delivery.ts'

describe('outcome of a delivery attempt', () => {
  test.each([
    [0, 'again'],
    [412, 'again'],
    [429, 'again'],
    [502, 'again'],
    [504, 'again'],
    [403, 'blocked'],
    [404, 'absent'],
    [400, 'refused'],
    [413, 'refused'],
  ])('the HTTP status %i means the outcome %s', (status, kind) => {
    expect(sendingOf(status, 'code')).toMatchObject({ ok: false, kind, code: 'code' })
  })
})
