import { useCallback, useEffect, useState } from 'react'
import type { Proposals } from '../../../server/contract/question.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { CallFailed } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'

export type Proposal = Proposals['questions'][number]

/** What is proposed for a step now; null as long as that is not known. Fetched again when the other did something. */
export function useProposals(conversation: Conversation, stepId: string) {
  const { api } = useSurroundings()
  const [proposals, setProposals] = useState<Proposals | null>(null)
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound((now) => now + 1), [])
  const { id, now } = conversation
  useEffect(() => {
    let left = false
    api<Proposals>('GET', `/api/conversations/${id}/questions?step=${stepId}`).then(
      (found) => {
        if (!left) setProposals(found)
      },
      (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
      },
    )
    return () => {
      left = true
    }
  }, [api, id, stepId, now, round])
  return { proposals, reload }
}
