import { Text } from '@fluentui/react-components'
import { isolated } from '../../server/contract/isolated.ts'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { Quiet } from '../components/basics.tsx'
import { dayInWords, dayOf } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Section } from './Section.tsx'
import { listTexts } from './texts.ts'
import { commitmentPartTexts } from '../../server/contract/shared-texts.ts'

/** The open commitments: my own, and those of the other in each pair. */
export function OpenCommitments({ overview }: { overview: OneOnOnes }) {
  const words = useTexts(listTexts)
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
        who={mine ? words.withName(other) : other}
        now={overview.now}
      />
    ))
  const theirs = all.filter(({ mine }) => !mine)
  return (
    <>
      <Section title={words.mine} empty={words.noneOpen}>
        {items(all.filter(({ mine }) => mine))}
      </Section>
      {theirs.length > 0 && <Section title={words.theirs}>{items(theirs)}</Section>}
    </>
  )
}

function Item({ commitment, who, now }: { commitment: Commitment; who: string; now: string }) {
  const { language } = useAppContext()
  const words = useTexts(listTexts)
  const commitmentPart = useTexts(commitmentPartTexts)
  const { what, firstStep, due } = commitment
  const day = due && dayInWords(due, language)
  const late = due !== null && due < dayOf(now, undefined)
  return (
    <li>
      <Text weight="semibold">{what}</Text>
      <Quiet>
        {[isolated(who), day && (late ? words.late(day) : words.by(day))].filter(Boolean).join(' · ')}
      </Quiet>
      {firstStep && <Quiet>{`${commitmentPart.firstStep}: ${isolated(firstStep)}`}</Quiet>}
    </li>
  )
}
