import { useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { timeLeft, untilNextMinute, type TimeLeft } from './time.ts'

/** A timer may fire a little early, in milliseconds. */
const late = 20

/** How much of the conversation is left, by the server's clock as it was when the conversation was last read. */
export function useTime({ now, meeting }: Pick<Conversation, 'now' | 'meeting'>): TimeLeft {
  const read = Date.parse(now)
  const [at, setAt] = useState(read)
  const { start, end } = meeting
  useEffect(() => {
    const ahead = read - Date.now()
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(
        () => {
          setAt(Date.now() + ahead)
          wait()
        },
        untilNextMinute({ end }, Date.now() + ahead) + late,
      )
    }
    wait()
    return () => clearTimeout(timer)
  }, [read, end])
  return timeLeft({ start, end }, Math.max(at, read))
}
