import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Review } from '../../server/contract/review.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Choices } from './Choices.tsx'
import { dayWithYear } from './days.ts'
import { Done } from './Done.tsx'
import { Output } from './Output.tsx'
import { OwnWords } from './OwnWords.tsx'
import { paperOf } from './paper.ts'
import { PaperView } from './PaperView.tsx'
import { useScreenOnly } from './print.ts'
import { useReview } from './useReview.ts'
import { reviewTexts } from './texts.ts'

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalL },
  period: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
})

/** One pack: choosing what goes in, as long as it is not frozen, and how it reads. */
export function PackScreen(props: { opened: Review; other: string; onOtherPeriod: () => void }) {
  const { language, kept } = useAppContext()
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const { screenOnly } = useScreenOnly()
  const { review, change, gone } = useReview(props.opened)
  const { other } = props
  useEffect(() => {
    if (gone) kept.forgetAll(review.id)
  }, [gone, review.id, kept])
  if (gone) return <Text role="alert">{words.gone}</Text>
  const { from, to } = review.pack
  const isOver = review.pair.ended !== null
  const paper = paperOf(review, language, undefined)
  const part = mergeClasses(styles.part, screenOnly)
  return (
    <>
      <div className={part}>
        <div className={styles.period}>
          <Text weight="semibold">{words.open(dayWithYear(from, language), dayWithYear(to, language))}</Text>
          <Button size="small" onClick={props.onOtherPeriod}>
            {words.otherPeriod}
          </Button>
        </div>
        {!review.frozenAt && !isOver && (
          <>
            <Choices review={review} other={other} change={change} />
            <OwnWords review={review} other={other} change={change} />
          </>
        )}
      </div>
      <PaperView paper={paper} empty={isOver ? words.stayedEmpty : words.paper.empty} />
      <div className={part}>
        {!isOver && <Done review={review} other={other} change={change} />}
        <Output review={review} paper={paper} />
      </div>
    </>
  )
}
