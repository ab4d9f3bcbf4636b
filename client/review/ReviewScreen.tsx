import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { beginReview, getReview, getReviews, type Period, type Review } from '../../server/contract/review.ts'
import { Failed } from '../components/basics.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { inWords, sentenceOf } from '../lib/api.ts'
import { otherOf } from '../lib/pair.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { PackScreen } from './PackScreen.tsx'
import { Periods } from './Periods.tsx'
import { useScreenOnly } from './print.ts'
import { reviewTexts } from './texts.ts'
import { commonTexts } from '../lib/texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '640px',
    overflowWrap: 'anywhere',
    '@media print': { display: 'block', padding: 0, maxWidth: 'none' },
  },
  intro: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0, outlineStyle: 'none' },
})

/** The review packs of a pair: a period is chosen, then what goes in. */
export function ReviewScreen({ pair }: { pair: Pair }) {
  const { api, language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const { screenOnly } = useScreenOnly()
  const params = { pairId: pair.id }
  const { data: found, failure, reload, set } = useQuery(getReviews, { params })
  const [opened, setOpened] = useState<Review | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const failed = refused ?? (failure && inWords(failure))
  /** The period that was asked for last: only that one opens. */
  const last = useRef<Promise<Review>>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // The pressed button is gone: the keyboard's focus goes to the top.
  useEffect(() => title.current?.focus(), [opened?.id])

  const show = (asked: Promise<Review>) => {
    last.current = asked
    setRefused(null)
    const ifLast = (then: () => void) => {
      if (last.current === asked) then()
    }
    asked.then(
      (review) => ifLast(() => setOpened(review)),
      (error: unknown) => ifLast(() => setRefused(sentenceOf(error, language))),
    )
  }
  const back = () => {
    last.current = null
    setOpened(null)
    set(() => null)
    void reload()
  }
  const other = otherOf(pair).name
  return (
    <main className={styles.root}>
      <div className={mergeClasses(styles.intro, screenOnly)}>
        <Text as="h1" ref={title} tabIndex={-1} size={500} weight="semibold" className={styles.heading}>
          {words.opens(other)}
        </Text>
        <Text>{words.intro(other)}</Text>
        <Text size={200}>{words.never}</Text>
        {failed && <Failed>{failed}</Failed>}
        {failed && !found && <Button onClick={back}>{common.retry}</Button>}
      </div>
      {!found && !failed && <Waiting words={common.loading} />}
      {opened ? (
        <PackScreen key={opened.id} opened={opened} other={other} onOtherPeriod={back} />
      ) : (
        found && (
          <Periods
            found={found}
            isOver={pair.ended !== null}
            onOpen={(id) => show(api(getReview, { params: { reviewId: id } }))}
            onBegin={(period: Period) => show(api(beginReview, { params, body: period }))}
          />
        )
      )}
    </main>
  )
}
