import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import type { Period, Review, Reviews } from '../../server/contract/review.ts'
import { Waiting } from '../components/Waiting.tsx'
import { sentenceOf } from '../lib/api.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review as texts } from '../lib/texts/review.ts'
import { PackScreen } from './PackScreen.tsx'
import { Periods } from './Periods.tsx'
import { useScreenOnly } from './print.ts'

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
  failed: { color: tokens.colorStatusDangerForeground1 },
})

/** The review packs of a pair: a period is chosen, then what goes in. */
export function ReviewScreen({ pair }: { pair: Pair }) {
  const { api, language, texts: general } = useSurroundings()
  const words = texts[language]
  const styles = useStyles()
  const { screenOnly } = useScreenOnly()
  const [found, setFound] = useState<Reviews | null>(null)
  const [opened, setOpened] = useState<Review | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const path = `/api/pairs/${pair.id}/reviews`

  const fail = useCallback((error: unknown) => setFailed(sentenceOf(error, general)), [general])
  const load = useCallback(() => api<Reviews>('GET', path).then(setFound, fail), [api, path, fail])
  useEffect(() => {
    void load()
  }, [load])
  // What was pressed is gone: who works with the keyboard goes on from the top.
  useEffect(() => title.current?.focus(), [opened?.id])

  const show = (asked: Promise<Review>) => {
    setFailed(null)
    asked.then(setOpened, fail)
  }
  const back = () => {
    setOpened(null)
    setFound(null)
    void load()
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
        {failed && (
          <Text role="alert" className={styles.failed}>
            {failed}
          </Text>
        )}
        {failed && !found && (
          <Button
            onClick={() => {
              setFailed(null)
              void load()
            }}
          >
            {general.retry}
          </Button>
        )}
      </div>
      {!found && !failed && <Waiting words={general.loading} />}
      {opened ? (
        <PackScreen key={opened.id} opened={opened} other={other} onOtherPeriod={back} />
      ) : (
        found && (
          <Periods
            found={found}
            isOver={pair.ended !== null}
            onOpen={(id) => show(api<Review>('GET', `/api/reviews/${id}`))}
            onBegin={(period: Period) => show(api<Review>('POST', path, period))}
          />
        )
      )}
    </main>
  )
}
