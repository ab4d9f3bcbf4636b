import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { wordFinder } from './find-words.ts'

const found = (words: string[], text: string | Buffer) =>
  wordFinder(words)
    .find(Buffer.from(text as string))
    .map(({ word, form }) => `${words[word]} ${form}`)

describe('looking for words in bytes', () => {
  test('a word is found whatever its case, and in whatever form it lies there', () => {
    const word = 'Bézierkwast'
    for (const there of [word, word.toUpperCase(), word.toLowerCase()]) {
      expect(found([word], `x ${there}y`)).toEqual([`${word} as it is`])
      for (const before of ['', 'a', 'ab', 'abc'])
        for (const after of ['', 'q', 'qr'])
          for (const form of ['base64', 'base64url'] as const)
            expect(found([word], Buffer.from(before + there + after).toString(form))).toEqual([
              `${word} base64`,
            ])
      expect(found([word], Buffer.from(there).toString('hex').toUpperCase())).toEqual([`${word} hex`])
    }
    expect(found([word, 'anders'], 'niets van dat alles')).toEqual([])
  })

  test('a short word in a key or a sealed text is chance, and beside one it is not', () => {
    const key = randomBytes(96).toString('base64').replaceAll(/[+/=]/g, 'A')
    expect(found(['Jan'], `${key.slice(0, 60)}jan${key.slice(60)}`)).toEqual([])
    expect(found(['Jan'], `${key} jan ${key}`)).toEqual(['Jan as it is'])
  })
})
