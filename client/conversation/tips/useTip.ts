import { useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { TipId } from '../../../server/contract/guide.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useAppContext } from '../../lib/app-context.tsx'
import { seenTips } from './seen.ts'
import { tipOf } from './tip.ts'

/** The tip for this step, when it is one that the person has not read and this conversation had none: one is enough. */
export function useTip(
  { id, questions }: Pick<Conversation, 'id' | 'questions'>,
  step: Step | undefined,
  isAsked: boolean,
): Exclude<TipId, 'guide' | 'special-data'> | null {
  const { api, kept } = useAppContext()
  const [seen, setSeen] = useState<ReadonlySet<TipId> | null>(null)
  useEffect(() => {
    // A tip too few bothers nobody.
    if (isAsked) void seenTips(api).then(setSeen, () => undefined)
  }, [api, isAsked])
  const hasScale = questions.some((one) => one.kind === 'scale' && step?.questions[0] === one.id)
  const own = tipOf(step?.kind, hasScale)
  // That of this conversation stays to be read in it.
  const given = kept.recall(`tip ${id}`)
  return own && seen && (given ? given === own : !seen.has(own)) ? own : null
}
