import { useEffect, useState } from 'react'
import type { BalanceAnswer as Said } from '../../../server/contract/balance.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { CallFailed } from '../../lib/api.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { Minute } from './Minute.tsx'
import { PastSaid } from './PastSaid.tsx'
import { Rate } from './Rate.tsx'

/**
 * Once a talk is finished: how it was, and the coach's own minute. Nothing of it goes into the invite. Of a pair that
 * ended it is read only.
 */
export function Balance({ conversation }: { conversation: Conversation }) {
  const { api } = useSurroundings()
  const [said, setSaid] = useState<Said | null>(null)
  const path = `/api/conversations/${conversation.id}`
  // The conversation is fetched again whenever the other did something: so is this.
  useEffect(() => {
    let left = false
    api<Said>('GET', `${path}/balance`).then(
      (found) => {
        if (!left) setSaid(found)
      },
      (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
      },
    )
    return () => {
      left = true
    }
  }, [api, path, conversation.now])

  if (!said) return null
  const { pair } = conversation
  const other = otherOf(pair).name
  if (pair.ended !== null) return <PastSaid said={said} other={other} />
  return (
    <>
      {said.ratings && <Rate path={path} other={other} said={said} onSaid={setSaid} />}
      {pair.myRole === 'coach' && <Minute path={path} minute={said.minute} onSaid={setSaid} />}
    </>
  )
}
