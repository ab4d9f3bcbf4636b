import type { Conversation } from '../../../server/contract/conversation.ts'
import { Suspense } from 'react'
import { Waiting } from '../../components/Waiting.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { commonTexts } from '../../lib/texts.ts'
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
  const words = useTexts(commonTexts)
  if (!props.finishing.isResult || !props.conversation.publication) return <FinishForm {...props} />
  return (
    <Suspense fallback={<Waiting words={words.loading} />}>
      <Result {...props} publication={props.conversation.publication} />
    </Suspense>
  )
}
