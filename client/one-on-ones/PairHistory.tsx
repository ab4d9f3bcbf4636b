import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { pastTalks } from '../lib/texts/past-talks.ts'
import { review } from '../lib/texts/review.ts'
import { PastTalks } from './PastTalks.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What a pair had: the way to its review packs, and to its past talks. */
export function PairHistory(props: {
  pair: Pair
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { pair, onOpen, onReview } = props
  const { language } = useSurroundings()
  const styles = useStyles()
  const [shown, setShown] = useState(false)
  const other = otherOf(pair).name
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        <Button onClick={() => onReview(pair)}>{review[language].opens(other)}</Button>
        <Button
          aria-expanded={shown}
          aria-label={pastTalks[language].of(other)}
          onClick={() => setShown(!shown)}
        >
          {pastTalks[language].show}
        </Button>
      </div>
      {shown && <PastTalks pair={pair} onOpen={onOpen} />}
    </div>
  )
}
