import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { ComingMeeting, OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { Quiet } from '../components/basics.tsx'
import { momentInWords } from '../lib/dates.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Section } from './Section.tsx'
import { listTexts } from './texts.ts'

const week = 7 * 24 * 60 * 60 * 1000

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
})

/** The 1-on-1s of the coming week, and those after that, each a way in to prepare. */
export function ComingMeetings(props: { overview: OneOnOnes; onOpen: (meeting: MeetingReference) => void }) {
  const words = useTexts(listTexts)
  const { now, meetings } = props.overview
  const soon = (one: ComingMeeting) => Date.parse(one.start) - Date.parse(now) < week
  const items = (some: ComingMeeting[]) =>
    some.map((one) => <Item key={one.iCalUId} meeting={one} onOpen={props.onOpen} />)
  const later = meetings.filter((one) => !soon(one))
  return (
    <>
      <Section title={words.week} empty={words.noneWeek}>
        {items(meetings.filter(soon))}
      </Section>
      {later.length > 0 && <Section title={words.later}>{items(later)}</Section>}
    </>
  )
}

function Item(props: { meeting: ComingMeeting; onOpen: (meeting: MeetingReference) => void }) {
  const { language } = useAppContext()
  const words = useTexts(listTexts)
  const styles = useStyles()
  const { iCalUId, start, other, pairId, preparation } = props.meeting
  return (
    <li className={styles.item}>
      <div>
        <Text weight="semibold">{other.name}</Text>
        <Quiet>{momentInWords(start, language, undefined)}</Quiet>
        {pairId && <Quiet>{words.prepared[preparation.mine]}</Quiet>}
        {preparation.theirs === 'shared' && <Quiet>{words.theyShared(other.name)}</Quiet>}
      </div>
      <Button aria-label={words.opens(other.name)} onClick={() => props.onOpen({ iCalUId, start })}>
        {words.prepare}
      </Button>
    </li>
  )
}
