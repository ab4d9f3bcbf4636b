export const observationParts = ['situation', 'behaviour', 'effect', 'wish'] as const
export type Observation = Record<(typeof observationParts)[number], string>

export const noObservation: Observation = { situation: '', behaviour: '', effect: '', wish: '' }

/** One readable paragraph of what somebody saw; '' when nothing is filled in. */
export function paragraphOf(observation: Observation, labels: Observation): string {
  return observationParts
    .flatMap((part) => {
      const text = observation[part].trim().replace(/\s+/g, ' ')
      if (!text) return []
      return [`${labels[part]}: ${text}${/[.!?…]["'”’)]?$/.test(text) ? '' : '.'}`]
    })
    .join(' ')
}
