import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
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
import { Stepper, type PackStep } from './Stepper.tsx'
import { useReview } from './useReview.ts'
import { reviewTexts } from './texts.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    '@container page (min-width: 1024px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media print': { display: 'block' },
  },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalL,
    '& > *': { maxWidth: '100%' },
  },
  wide: { justifySelf: 'stretch' },
})

/** One pack: choosing what goes in, as long as it is not frozen, and how it reads. */
export function PackScreen(props: { opened: Review; other: string; onOtherPeriod: () => void }) {
  const { language, kept } = useAppContext()
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const { screenOnly } = useScreenOnly()
  const { review, change, gone } = useReview(props.opened)
  const [chosen, setChosen] = useState<PackStep>('choices')
  const { other } = props
  useEffect(() => {
    if (gone) kept.forgetAll(review.id)
  }, [gone, review.id, kept])
  if (gone) return <Text role="alert">{words.gone}</Text>
  const { from, to } = review.pack
  const isOver = review.pair.ended !== null
  const isOpen = !review.frozenAt && !isOver
  const step = isOpen ? chosen : 'paper'
  const paper = paperOf(review, language, undefined)
  return (
    <>
      <div className={mergeClasses(styles.step, screenOnly)}>
        <Stepper
          here={step}
          takesFocus
          mayGo={(one) => isOpen || one !== 'choices'}
          onGo={(one) => (one === 'period' ? props.onOtherPeriod() : setChosen(one))}
        />
        <Text weight="semibold">{words.open(dayWithYear(from, language), dayWithYear(to, language))}</Text>
      </div>
      <div className={styles.columns}>
        <div className={mergeClasses(styles.step, screenOnly)}>
          {step === 'choices' ? (
            <>
              <Choices review={review} other={other} change={change} />
              <div className={styles.wide}>
                <OwnWords review={review} other={other} change={change} />
              </div>
              <Button appearance="primary" onClick={() => setChosen('paper')}>
                {words.steps.paper}
              </Button>
            </>
          ) : (
            <>
              {!isOver && <Done review={review} other={other} change={change} />}
              <Output review={review} paper={paper} />
            </>
          )}
        </div>
        <PaperView paper={paper} empty={isOver ? words.stayedEmpty : words.paper.empty} />
      </div>
    </>
  )
}
