import type { Conversation } from '../../../server/contract/conversation.ts'
import { Suspense } from 'react'
import { Loading } from '../../components/Waiting.tsx'
import type { Live } from '../live/useLive.ts'
import { Result } from '../parts-of-steps.ts'
import type { Fresh } from '../useFresh.ts'
import type { Finishing } from './finishing.ts'
import { FinishForm } from './FinishForm.tsx'

/** Finishing; and from then on what became of it, until something is to be changed. */
export function FinishStep(props: {
  conversation: Conversation
  live: Live
  fresh: Fresh
  finishing: Finishing
  onFollowUp: (() => void) | null
  /** Goes to the first notes; null: this conversation has none. */
  onNotes: (() => void) | null
}) {
  if (!props.finishing.isResult || !props.conversation.publication) return <FinishForm {...props} />
  return (
    <Suspense fallback={<Loading />}>
      <Result {...props} publication={props.conversation.publication} />
    </Suspense>
  )
}
