import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { PreparationInput } from '../../../server/contract/preparation.ts'
import { topicsOf } from './topic-lines.ts'
import { countLimits, textLimits } from '../../../server/contract/limits.ts'

describe('topics from lines of text', () => {
  it('each line that is not blank becomes a topic without its list marker', () => {
    expect(topicsOf('- Rust in de week\n\n  2. Nieuwe rol \n• Vakantie\n*nadruk* telt\n')).toEqual([
      'Rust in de week',
      'Nieuwe rol',
      'Vakantie',
      '*nadruk* telt',
    ])
    expect(topicsOf(' \n ')).toEqual([])
  })

  it('the topic limits of the client equal those of the server', () => {
    const input = (topics: string[]) => ({ topics, note: '', shared: false, revision: 0 })
    const most = Array.from({ length: countLimits.topics }, () => 'x'.repeat(textLimits.topic))
    expect(Value.Check(PreparationInput, input(most))).toBe(true)
    expect(Value.Check(PreparationInput, input([...most, 'x']))).toBe(false)
    expect(Value.Check(PreparationInput, input(['x'.repeat(textLimits.topic + 1)]))).toBe(false)
  })
})
