import type { KeyboardEvent } from 'react'
import { describe, expect, test } from 'vitest'
import { takesEscape } from './escape.ts'

function pressed(key: string, isComposing = false) {
  const event = {
    key,
    defaultPrevented: false,
    preventDefault: () => (event.defaultPrevented = true),
    nativeEvent: { isComposing },
  }
  return event as unknown as KeyboardEvent
}

describe('Escape', () => {
  test('is taken once, by the innermost, and no other key is', () => {
    const event = pressed('Escape')
    expect([takesEscape(event), takesEscape(event)]).toEqual([true, false])
    expect(takesEscape(pressed('Enter'))).toBe(false)
  })

  test('is the input method’s while a word is composed', () => {
    const event = pressed('Escape', true)
    expect([takesEscape(event), event.defaultPrevented]).toEqual([false, false])
  })
})
