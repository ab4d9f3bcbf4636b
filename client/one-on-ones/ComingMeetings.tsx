import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { ComingMeeting, OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { momentInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { Section } from './Section.tsx'

const week = 7 * 24 * 60 * 60 * 1000

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

/** The 1-on-1s of the coming week, and those after that, each a way in to prepare. */
export function ComingMeetings(props: { overview: OneOnOnes; onOpen: (meeting: MeetingReference) => void }) {
  const { texts } = useSurroundings()
  const { now, meetings } = props.overview
  const soon = (one: ComingMeeting) => Date.parse(one.start) - Date.parse(now) < week
  const items = (some: ComingMeeting[]) =>
    some.map((one) => <Item key={one.iCalUId} meeting={one} onOpen={props.onOpen} />)
  const later = meetings.filter((one) => !soon(one))
  return (
    <>
      <Section title={texts.list.week} empty={texts.list.noneWeek}>
        {items(meetings.filter(soon))}
      </Section>
      {later.length > 0 && <Section title={texts.list.later}>{items(later)}</Section>}
    </>
  )
}

function Item(props: { meeting: ComingMeeting; onOpen: (meeting: MeetingReference) => void }) {
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const { iCalUId, start, other, pairId, preparation } = props.meeting
  return (
    <li className={styles.item}>
      <div>
        <Text weight="semibold">{other.name}</Text>
        <Text size={200} className={styles.quiet}>
          {momentInWords(start, language, undefined)}
        </Text>
        {pairId && (
          <Text size={200} className={styles.quiet}>
            {texts.list.prepared[preparation.mine]}
          </Text>
        )}
        {preparation.theirs === 'shared' && (
          <Text size={200} className={styles.quiet}>
            {texts.list.theyShared(other.name)}
          </Text>
        )}
      </div>
      <Button aria-label={texts.list.opens(other.name)} onClick={() => props.onOpen({ iCalUId, start })}>
        {texts.list.prepare}
      </Button>
    </li>
  )
}
