import { describe, expect, test } from 'vitest'
import { followed, guessOf } from './guess.ts'

describe('what a question of one’s own probably is', () => {
  test.each([
    ['Hoe licht voelt je werk, van 1 tot 10?', 'scale'],
    ['Waar sta je op een schaal van een tot en met tien?', 'scale'],
    ['From 1 to 10, how ready are you?', 'scale'],
    ['Wat deed je om 10 uur?', 'open'],
    ['Wat zou je doen?', 'open'],
  ] as const)('%s is answered as %s', (text, kind) => {
    expect(guessOf(text, 'goal').kind).toBe(kind)
  })

  test('the theme is that of the part of the conversation, or of doing it together', () => {
    expect(guessOf('Wat wil je?', 'will').theme).toBe('ownership')
    expect(guessOf('Wie in je team helpt je?', 'will').theme).toBe('collaboration')
  })

  test('a guess follows the words until somebody chooses otherwise', () => {
    const [before, after] = ['Hoe gaat het', 'Hoe gaat het samen, van 1 tot 10?']
    expect(followed(guessOf(before, 'focus'), before, after, 'focus')).toEqual({
      kind: 'scale',
      theme: 'collaboration',
    })
    const chosen = { kind: 'open', theme: 'problem' } as const
    expect(followed(chosen, before, after, 'focus')).toEqual({ kind: 'scale', theme: 'problem' })
    expect(followed(chosen, after, `${after} Echt?`, 'focus')).toEqual(chosen)
  })
})
