import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { askQuestion, getQuestionProposals, type Proposals } from '../../../server/contract/question.ts'
import type { Step } from '../../../server/contract/template.ts'
import { CallFailed } from '../../lib/api.ts'
import { useAppContext } from '../../lib/app-context.tsx'
import { useFault } from '../../lib/fault.ts'
import { useQuery } from '../../lib/query.ts'

export type Proposal = Proposals['questions'][number]

/** Whoever has a question before them for so long, in milliseconds, has used it. */
const usedAfter = 20_000

/**
 * The question that is before both in a step: the one that was picked there last. Another one takes its place, and with
 * it the place among those that were used, if nobody used it.
 */
export function useCard(conversation: Conversation, step: Step) {
  const { api } = useAppContext()
  const fault = useFault()
  const { id: conversationId, now } = conversation
  const params = { conversationId }
  const request = { params, query: { step: step.id } }
  // The conversation is fetched again whenever the other did something: so is this.
  const { data: proposals, failure, reload } = useQuery(getQuestionProposals, request, { again: now })
  // Shown at once, until the server has it.
  const [turned, setTurned] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  const used = useRef(new Set<string>())
  const sending = useRef(Promise.resolve())
  const card = turned ?? proposals?.card ?? null

  const pick = (questionId: string, instead?: string) => {
    last.current = questionId
    sending.current = sending.current.then(async () => {
      // Turned again in the meantime.
      if (last.current !== questionId) return
      const body = { questionId, step: step.id, ...(instead ? { instead } : {}) }
      try {
        await api(askQuestion, { params, body })
        await reload()
        if (last.current === questionId) setTurned(null)
      } catch (error) {
        // It is before this person all the same.
        if (!(error instanceof CallFailed)) fault(error)
      }
    })
  }
  const use = (questionId: string) => {
    used.current.add(questionId)
    pick(questionId)
  }
  const turnTo = (questionId: string) => {
    const before = proposals?.card ?? null
    setTurned(questionId)
    pick(questionId, before !== null && !used.current.has(before) ? before : undefined)
  }
  const shown = proposals?.questions.find(({ id }) => id === card)
  return { proposals, failure, reload, card, shown, turnTo, use }
}

/** Calls back when a question has been on the screen long enough to have been used. */
export function useUsed(questionId: string | undefined, use: (questionId: string) => void): void {
  const call = useRef(use)
  useEffect(() => {
    call.current = use
  })
  useEffect(() => {
    if (!questionId) return
    const timer = setTimeout(() => call.current(questionId), usedAfter)
    return () => clearTimeout(timer)
  }, [questionId])
}
