import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { longestYears, type Period, type Reviews } from '../../server/contract/review.ts'
import { List, Part } from '../components/basics.tsx'
import { DayField } from '../components/DayField.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { dayWithYear } from './days.ts'
import { reviewTexts } from './texts.ts'

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

/** The packs that there are, and a period for a new one as long as the pair goes on. */
export function Periods(props: {
  found: Reviews
  isOver: boolean
  onOpen: (reviewId: string) => void
  onBegin: (period: Period) => void
}) {
  const { found, isOver, onOpen, onBegin } = props
  const { language } = useAppContext()
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const [period, setPeriod] = useState(found.proposed)
  const [wrong, setWrong] = useState(false)
  const day = (one: string) => dayWithYear(one, language)
  const begin = () => {
    const { from, to } = period
    const latest = `${Number(from.slice(0, 4)) + longestYears}${from.slice(4)}`
    const right = from <= to && to <= latest
    setWrong(!right)
    if (right) onBegin(period)
  }
  return (
    <>
      {found.reviews.length > 0 && (
        <Part title={words.periods} isNarrow>
          <List gap={tokens.spacingVerticalS}>
            {found.reviews.map(({ id, from, to, frozenAt }) => (
              <li key={id}>
                <Button onClick={() => onOpen(id)}>
                  {words.open(day(from), day(to)) + (frozenAt ? ` (${words.frozen})` : '')}
                </Button>
              </li>
            ))}
          </List>
        </Part>
      )}
      {isOver ? (
        found.reviews.length === 0 && <Text>{words.noneEver}</Text>
      ) : (
        <Part title={words.newPeriod} isNarrow>
          <div className={styles.days}>
            {(['from', 'to'] as const).map((one) => (
              <DayField
                key={one}
                label={words[one]}
                value={period[one]}
                error={wrong && one === 'to' ? words.wrongPeriod : undefined}
                onChoose={(day) => setPeriod({ ...period, [one]: day })}
              />
            ))}
          </div>
          <Button appearance="primary" onClick={begin}>
            {words.begin}
          </Button>
        </Part>
      )}
    </>
  )
}
