import { describe, expect, it } from 'vitest'
import { noObservation, paragraphOf } from './observation.ts'

const labels = { situation: 'Situatie', behaviour: 'Gedrag', effect: 'Effect', wish: 'Wens' }

describe('what somebody saw, as one paragraph', () => {
  it('is nothing as long as nothing is filled in', () => {
    expect(paragraphOf({ ...noObservation, effect: '  \n' }, labels)).toBe('')
  })
  it('reads on, in the order in which it happened', () => {
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
  it('leaves out what is not filled in', () => {
    expect(paragraphOf({ ...noObservation, behaviour: 'te laat', wish: 'bellen' }, labels)).toBe(
      'Gedrag: te laat. Wens: bellen.',
    )
  })
})
