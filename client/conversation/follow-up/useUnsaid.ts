import { useCallback, useSyncExternalStore } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { choiceOf, itemName } from '../../../server/contract/live-fields.ts'
import type { Session } from '../live/session.ts'
import { shownOutcome } from './said.ts'

/** Counts the earlier commitments of which nobody has said how they stand. */
export function useUnsaid({ id, followUps, fixed }: Conversation, session: Session | null): number {
  const document = session?.document
  const subscribe = useCallback(
    (changed: () => void) => {
      document?.on('update', changed)
      return () => document?.off('update', changed)
    },
    [document],
  )
  const count = () =>
    followUps.filter((commitment) => {
      if (!document || fixed.includes(commitment.id)) return false
      const choices = document.getMap<string>(itemName('follow-up', commitment.id))
      return shownOutcome(choiceOf('follow-up', 'outcome', choices.get('outcome')), commitment, id) === null
    }).length
  return useSyncExternalStore(subscribe, count)
}
