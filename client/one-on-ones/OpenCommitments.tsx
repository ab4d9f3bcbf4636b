import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { dayInWords, dayOf } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { Section } from './Section.tsx'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } })

/** What is open: what I took on myself, and what the other in each pair did. */
export function OpenCommitments({ overview }: { overview: OneOnOnes }) {
  const { texts } = useSurroundings()
  const all = overview.pairs.flatMap(({ pair, commitments }) =>
    commitments.map((commitment) => ({
      commitment,
      mine: commitment.owner === pair.myRole,
      other: otherOf(pair).name,
    })),
  )
  const items = (some: typeof all) =>
    some.map(({ commitment, mine, other }) => (
      <Item
        key={commitment.id}
        commitment={commitment}
        who={mine ? texts.list.withName(other) : other}
        now={overview.now}
      />
    ))
  const theirs = all.filter(({ mine }) => !mine)
  return (
    <>
      <Section title={texts.list.mine} empty={texts.list.noneOpen}>
        {items(all.filter(({ mine }) => mine))}
      </Section>
      {theirs.length > 0 && <Section title={texts.list.theirs}>{items(theirs)}</Section>}
    </>
  )
}

function Item({ commitment, who, now }: { commitment: Commitment; who: string; now: string }) {
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const { what, firstStep, due } = commitment
  const day = due && dayInWords(due, language)
  const late = due !== null && due < dayOf(now, undefined)
  return (
    <li>
      <Text weight="semibold">{what}</Text>
      <Text size={200} className={styles.quiet}>
        {[who, day && (late ? texts.list.late(day) : texts.list.by(day))].filter(Boolean).join(' · ')}
      </Text>
      {firstStep && (
        <Text size={200} className={styles.quiet}>
          {`${texts.commitments.firstStepLabel}: ${firstStep}`}
        </Text>
      )}
    </li>
  )
}
