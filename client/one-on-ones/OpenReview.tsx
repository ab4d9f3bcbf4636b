import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Pair } from '../../server/contract/pair.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review } from '../lib/texts/review.ts'

const useStyles = makeStyles({ root: { marginTop: tokens.spacingVerticalS } })

/** The way to the review packs of a pair. */
export function OpenReview({ pair, onReview }: { pair: Pair; onReview: (pair: Pair) => void }) {
  const { language } = useSurroundings()
  const styles = useStyles()
  const other = otherOf(pair).name
  return (
    <Button className={styles.root} onClick={() => onReview(pair)}>
      {review[language].opens(other)}
    </Button>
  )
}
