import { describe, expect, it } from 'vitest'
import { noObservation, paragraphOf } from './observation.ts'

const labels = { situation: 'Situatie', behaviour: 'Gedrag', effect: 'Effect', wish: 'Wens' }

describe('observation as one paragraph', () => {
  it('an observation without any text gives an empty paragraph', () => {
    expect(paragraphOf({ ...noObservation, effect: '  \n' }, labels)).toBe('')
  })
  it('the paragraph lists the situation, behaviour, effect and wish in that order', () => {
    expect(
      paragraphOf(
        {
          situation: 'het teamoverleg van maandag',
          behaviour: 'je zei “dit wordt niks.”',
          effect: 'Noor zei daarna niets meer!',
          wish: 'eerst vragen\nwat ze bedoelt',
        },
        labels,
      ),
    ).toBe(
      'Situatie: het teamoverleg van maandag. Gedrag: je zei “dit wordt niks.” ' +
        'Effect: Noor zei daarna niets meer! Wens: eerst vragen wat ze bedoelt.',
    )
  })
  it('a part that is not filled in is left out of the paragraph', () => {
    expect(paragraphOf({ ...noObservation, behaviour: 'te laat', wish: 'bellen' }, labels)).toBe(
      'Gedrag: te laat. Wens: bellen.',
    )
  })
})
