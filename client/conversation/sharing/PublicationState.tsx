import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { Pair } from '../../../server/contract/pair.ts'
import type { Publication } from '../../../server/contract/publication.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { publicationWords } from './publication-words.ts'

/** How long between two looks, in milliseconds: while it is being written, and while it waits for something. */
const looks = { writing: 1500, waiting: 15_000 }

/** What happened to the invite; looks again as long as that may change. Without a next talk one can be planned. */
export function PublicationState(props: { publication: Publication; pair: Pair; onLook: () => void }) {
  const { texts, language, PlanNext } = useSurroundings()
  const { publication, pair, onLook } = props
  // Who has just planned reads when it will be, also when the section has gone into it.
  const [planned, setPlanned] = useState(false)
  const { state, reason } = publication
  const isDone = state === 'superseded' || (state === 'published' && reason === null)
  const pause = isDone ? null : !reason || reason === 'queued' ? looks.writing : looks.waiting
  useEffect(() => {
    if (pause === null) return
    const timer = setInterval(onLook, pause)
    return () => clearInterval(timer)
  }, [pause, onLook])

  const otherName = otherOf(pair).name
  const { title, lines } = publicationWords(publication, texts, language, otherName)
  const intent = isDone ? 'success' : pause === looks.waiting ? 'warning' : 'info'
  return (
    <>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody role="status">
          <Text weight="semibold" block>
            {title}
          </Text>
          {lines.map((line) => (
            <Text key={line} block>
              {line}
            </Text>
          ))}
        </MessageBarBody>
      </MessageBar>
      {(reason === 'no-next-meeting' || planned) && (
        <Suspense fallback={null}>
          <PlanNext
            pairId={pair.id}
            otherName={otherName}
            onPlanned={() => {
              setPlanned(true)
              onLook()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
