import { makeStyles, mergeClasses, tokens, Text } from '@fluentui/react-components'
import type { OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { PageTitle } from '../../components/PageTitle.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { dayOf } from '../../lib/dates.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { CommitmentList } from '../commitments/CommitmentList.tsx'
import { Guide } from '../Guide.tsx'
import { NextConversation } from './NextConversation.tsx'
import { OneThingLine } from './OneThingLine.tsx'
import { oneThing } from './one-thing.ts'
import { todayTexts } from './texts.ts'
import { Week } from './Week.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 960px)': {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)',
      gridTemplateRows: 'auto 1fr',
    },
  },
  aside: { '@container page (min-width: 960px)': { gridColumn: 2, gridRow: '1 / span 2' } },
  // Under all else: it comes last, and pushes nothing down.
  guide: { '@container page (min-width: 960px)': { gridColumn: 1, gridRow: 2, alignSelf: 'start' } },
  column: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalL, minWidth: 0 },
  how: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** The next conversation, one thing to do, this week, and the commitments that are open. */
export function Today(props: { overview: OneOnOnes; onChanged: () => void }) {
  const words = useTexts(todayTexts)
  const styles = useStyles()
  const { overview, onChanged } = props
  const { now, meetings, pairs } = overview
  const me = pairs[0]?.pair
  const name = me && firstName(me[me.myRole].name)
  const [next] = meetings
  const thing = oneThing(overview, dayOf(now, undefined))
  return (
    <>
      <PageTitle>{name ? `${words.hello[partOfDay(now)]}, ${name}` : words.today}</PageTitle>
      <div className={styles.columns}>
        <div className={styles.column}>
          {next && <NextConversation meeting={next} overview={overview} />}
          {pairs.length === 0 && <HowItWorks isEmpty={meetings.length === 0} />}
          {thing && <OneThingLine thing={thing} onChanged={onChanged} />}
          {meetings.length > 1 && <Week overview={overview} meetings={meetings.slice(1)} />}
        </div>
        {pairs.length > 0 && (
          <div className={mergeClasses(styles.column, styles.aside)}>
            <CommitmentList overview={overview} whose="mine" />
            <CommitmentList overview={overview} whose="theirs" />
          </div>
        )}
        <div className={styles.guide}>
          <Guide />
        </div>
      </div>
    </>
  )
}

/** How a pair begins, for who has none. */
function HowItWorks({ isEmpty }: { isEmpty: boolean }) {
  const words = useTexts(todayTexts)
  const styles = useStyles()
  return (
    <Surface title={isEmpty ? words.none : words.start}>
      {isEmpty && <Text>{words.noneDetail}</Text>}
      <ol className={styles.how}>
        {words.how.map((one) => (
          <li key={one}>
            <Text>{one}</Text>
          </li>
        ))}
      </ol>
    </Surface>
  )
}

/** The part of the day by the reader's own clock. */
function partOfDay(now: string): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date(now).getHours()
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}
