import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { beginReview, getReview, getReviews, type Period, type Review } from '../../server/contract/review.ts'
import { Failed } from '../components/basics.tsx'
import { Page } from '../components/Page.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { Loading } from '../components/Waiting.tsx'
import { inWords, sentenceOf } from '../lib/api.ts'
import { otherOf } from '../lib/pair.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { PackScreen } from './PackScreen.tsx'
import { Periods } from './Periods.tsx'
import { useScreenOnly } from './print.ts'
import { Stepper } from './Stepper.tsx'
import { reviewTexts } from './texts.ts'
import { commonTexts } from '../lib/texts.ts'

const useStyles = makeStyles({
  intro: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '720px' },
  narrow: { maxWidth: '640px', display: 'grid', gap: tokens.spacingVerticalL },
})

/** The review packs of a pair: a period is chosen, then what goes in, then it is read and shared. */
export function ReviewScreen({ pair }: { pair: Pair }) {
  const { api, language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const { screenOnly } = useScreenOnly()
  const params = { pairId: pair.id }
  const { data: found, failure, reload, set } = useQuery(getReviews, { params })
  const [opened, setOpened] = useState<Review | null>(null)
  const [isBack, setIsBack] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const failed = refused ?? (failure && inWords(failure))
  /** The period that was asked for last: only that one opens. */
  const last = useRef<Promise<Review>>(null)

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
    setIsBack(true)
    set(() => null)
    void reload()
  }
  const other = otherOf(pair).name
  return (
    <Page>
      <div className={mergeClasses(styles.intro, screenOnly)}>
        <PageTitle>{words.opens(other)}</PageTitle>
        <Text>{words.intro(other)}</Text>
        <Text size={200}>{words.never}</Text>
        {failed && <Failed>{failed}</Failed>}
        {failed && !found && <Button onClick={back}>{common.retry}</Button>}
      </div>
      {!found && !failed && <Loading />}
      {opened ? (
        <PackScreen key={opened.id} opened={opened} other={other} onOtherPeriod={back} />
      ) : (
        found && (
          <div className={styles.narrow}>
            <Stepper
              here="period"
              mayGo={(step) => step === 'period'}
              takesFocus={isBack}
              onGo={() => undefined}
            />
            <Periods
              found={found}
              isOver={pair.ended !== null}
              onOpen={(id) => show(api(getReview, { params: { reviewId: id } }))}
              onBegin={(period: Period) => show(api(beginReview, { params, body: period }))}
            />
          </div>
        )
      )}
    </Page>
  )
}
