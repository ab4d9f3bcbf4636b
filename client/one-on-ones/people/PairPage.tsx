import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { getPairPage, type PairPage as Page } from '../../../server/contract/pair-page.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import type { Publication } from '../../../server/contract/publication.ts'
import { waitingTexts } from '../../../server/contract/shared-texts.ts'
import { LinkButton } from '../../components/LinkButton.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { Surface } from '../../components/Surface.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { inWords, type Failure } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { useQuery } from '../../lib/query.ts'
import { hrefOf } from '../../lib/route.ts'
import { commonTexts } from '../../lib/texts.ts'
import { GoingOn } from './GoingOn.tsx'
import { History } from './History.tsx'
import { NextTime } from './NextTime.tsx'
import { PairAside } from './PairAside.tsx'
import { PairHeader } from './PairHeader.tsx'
import { Scales } from './Scales.tsx'
import { pairTexts } from './texts.ts'
import { usePlanned } from './usePlanned.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)' },
  },
  column: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalL, minWidth: 0 },
})

type Props = {
  pairId: string
  /** A publication of the two that still waits. */
  waiting?: Publication | null
  /** The other pages may show something else now. */
  onChanged: () => void
}

/** The page of one pair: what comes, what goes on, and what they had. */
export function PairPage(props: Props) {
  const words = useTexts(pairTexts)
  const { pairId, onChanged } = props
  const { data: page, failure, reload } = useQuery(getPairPage, { params: { pairId } })
  const changed = useCallback(() => {
    void reload()
    onChanged()
  }, [reload, onChanged])
  if (page) return <Loaded {...props} page={page} failure={failure} onChanged={changed} />
  if (failure) return <NotThere failure={failure} onRetry={() => void reload()} />
  return (
    <Surface>
      <Waiting words={words.loading} lines={[40, 95, 85, 90, 70, 60]} />
    </Surface>
  )
}

function Loaded(props: Props & { page: Page; failure: Failure | null }) {
  const styles = useStyles()
  const { page, failure, waiting = null, onChanged } = props
  const { pair } = page
  const planned = usePlanned(waiting, onChanged)
  return (
    <>
      <PairHeader page={page} {...planned} />
      {/* The earlier answer stays when a new one cannot be read. */}
      {failure && <Text role="status">{inWords(failure)}</Text>}
      <Marked pair={pair} waiting={waiting} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {pair.ended === null && <NextTime page={page} />}
          <GoingOn page={page} />
          <History page={page} />
          <Scales page={page} />
        </div>
        <div className={styles.column}>
          <PairAside page={page} onChanged={onChanged} />
        </div>
      </div>
    </>
  )
}

/** That the pair ended, or why what they shared is not in the invite yet. */
function Marked({ pair, waiting }: { pair: Pair; waiting: Publication | null }) {
  const { language } = useAppContext()
  const words = useTexts(privacyTexts)
  const { title, reasons } = useTexts(waitingTexts)
  const day = (instant: string) => dayOfInstantInWords(instant, language, undefined)
  const since = waiting?.triedSince ? day(waiting.triedSince) : ''
  const lines = [
    ...(pair.ended ? [words.ended(day(pair.ended))] : []),
    ...(pair.goesOn ? [words.goesOn(day(pair.goesOn))] : []),
    ...(waiting?.reason ? [`${title}: ${reasons[waiting.reason](otherOf(pair).name, since)}`] : []),
  ]
  if (lines.length === 0) return null
  return (
    <Surface isMarked>
      <Text>{lines.join(' ')}</Text>
    </Surface>
  )
}

/** Why there is no page: it is not mine, or it could not be read. */
function NotThere({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const words = useTexts(pairTexts)
  const common = useTexts(commonTexts)
  const isNotMine = failure.slug === 'not-found' || failure.slug === 'forbidden'
  const { title, detail } = isNotMine ? words.notMine : failure
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Text role="status">{detail}</Text>
      <div>
        {isNotMine ? (
          <LinkButton href={hrefOf({ page: 'people' })}>{words.toPeople}</LinkButton>
        ) : (
          <Button onClick={onRetry}>{common.retry}</Button>
        )}
      </div>
    </>
  )
}
