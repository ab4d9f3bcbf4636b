import { useEffect, useState } from 'react'
import { stepText } from '../../../server/contract/live.ts'
import type { Session } from '../live/session.ts'
import { rest } from '../../lib/useRested.ts'

/** The text of a step that both type in, whenever typing rests. */
export function useStepText(session: Session, stepId: string): string {
  const [text, setText] = useState('')
  useEffect(() => {
    const shared = session.document.getText(stepText(stepId))
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => setText(shared.toString())
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, rest)
    }
    later()
    shared.observe(later)
    return () => {
      clearTimeout(timer)
      shared.unobserve(later)
    }
  }, [session, stepId])
  return text
}
