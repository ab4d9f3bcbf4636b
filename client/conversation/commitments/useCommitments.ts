import { useEffect, useSyncExternalStore } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import {
  choiceOf,
  fieldText,
  itemName,
  liveItems,
  rootOf,
  type TextField,
} from '../../../server/contract/live-fields.ts'
import type { Session } from '../live/session.ts'

const fields = Object.keys(liveItems.commitment.texts) as TextField<'commitment'>[]

const textsOf = ({ document }: Session, id: string) =>
  fields.map((field) => document.getText(fieldText('commitment', id, field)))
/** Was it taken away, so that it could be put back? */
export const isRemoved = ({ document }: Session, id: string): boolean =>
  choiceOf('commitment', 'removed', document.getMap(itemName('commitment', id)).get('removed'))?.value ===
  'yes'

export type Listed = { id: string; isRemoved: boolean }

/** The commitments that somebody has written a word of, in the order in which they are stored. */
export function useCommitments(session: Session | null, conversation: Conversation): Listed[] {
  const { commitments, followUps } = conversation
  const subscribe = (changed: () => void) => {
    session?.document.on('update', changed)
    return () => session?.document.off('update', changed)
  }
  const ids = useSyncExternalStore(subscribe, () => {
    const known = commitments.map(({ id }) => id)
    if (!session) return known.join(' ')
    const named = new Set<string>()
    for (const name of session.document.share.keys()) {
      const root = rootOf(name)
      if (root?.holds === 'text' && root.kind === 'commitment') named.add(root.id)
    }
    // Commitments carried along from a conversation that did not take place are listed as follow-ups.
    const others = [...named].filter((id) => !known.includes(id) && !followUps.some((one) => one.id === id))
    const written = others.filter((id) => textsOf(session, id).some((text) => text.length > 0))
    return [...known, ...written.sort()].map((id) => (isRemoved(session, id) ? `${id}-` : id)).join(' ')
  })
  return ids
    .split(' ')
    .filter(Boolean)
    .map((id) => ({ id: id.replace(/-$/, ''), isRemoved: id.endsWith('-') }))
}

/** Whoever leaves the step does not put back any more what they removed: then its words go as well. */
export function useForgetting(session: Session | null, myRole: 'coach' | 'employee'): void {
  useEffect(
    () => () => {
      if (!session) return
      for (const name of [...session.document.share.keys()]) {
        const root = rootOf(name)
        if (root?.holds !== 'choices' || root.kind !== 'commitment' || !isRemoved(session, root.id)) continue
        const by = choiceOf('commitment', 'removed', session.document.getMap(name).get('removed'))?.by
        if (by !== myRole) continue
        for (const text of textsOf(session, root.id)) text.delete(0, text.length)
      }
    },
    [session, myRole],
  )
}
