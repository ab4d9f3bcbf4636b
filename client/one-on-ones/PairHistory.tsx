import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { Row } from '../components/basics.tsx'
import { otherOf } from '../lib/pair.ts'
import { useTexts } from '../lib/app-context.tsx'
import { PastConversations } from './PastConversations.tsx'
import { historyTexts } from './history-texts.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
})

/** The history of a pair: the way to its review packs, and to its past conversations. */
export function PairHistory(props: {
  pair: Pair
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { pair, onOpen, onReview } = props
  const words = useTexts(historyTexts)
  const styles = useStyles()
  const [shown, setShown] = useState(false)
  const other = otherOf(pair).name
  return (
    <div className={styles.root}>
      <Row>
        <Button onClick={() => onReview(pair)}>{words.review(other)}</Button>
        <Button aria-expanded={shown} aria-label={words.of(other)} onClick={() => setShown(!shown)}>
          {words.show}
        </Button>
      </Row>
      {shown && <PastConversations pair={pair} onOpen={onOpen} />}
    </div>
  )
}
