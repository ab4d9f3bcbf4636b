import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import { firstName } from '../../../server/contract/first-name.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { otherOf } from '../../lib/pair.ts'
import { hrefOf } from '../../lib/route.ts'
import type { OneThing } from './one-thing.ts'
import { todayTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  words: { flex: '1 1 160px' },
})

/** One line and one button. */
export function OneThingLine({ thing, onChanged }: { thing: OneThing; onChanged: () => void }) {
  const { PlanNext } = useAppContext()
  const words = useTexts(todayTexts)
  const styles = useStyles()
  const line = (text: string, action: React.ReactNode) => (
    <Surface isMarked>
      <div className={styles.root}>
        <Text className={styles.words}>{text}</Text>
        {action}
      </div>
    </Surface>
  )
  if (thing.kind === 'running') {
    const { iCalUId, start, other } = thing.meeting
    return line(
      words.running(firstName(other.name)),
      <LinkButton href={hrefOf({ page: 'meeting', iCalUId, start })}>{words.open}</LinkButton>,
    )
  }
  const other = otherOf(thing.pair)
  const name = firstName(other.name)
  if (thing.kind === 'plan')
    return line(
      words.plan(name),
      <Suspense fallback={null}>
        <PlanNext pairId={thing.pair.id} otherName={other.name} onPlanned={onChanged} />
      </Suspense>,
    )
  return line(
    thing.kind === 'due' ? words.due(isolated(thing.commitment.what)) : words.waiting(name),
    <LinkButton
      href={
        thing.kind === 'due'
          ? hrefOf({ page: 'commitments' })
          : hrefOf({ page: 'pair', pairId: thing.pair.id })
      }
    >
      {thing.kind === 'due' ? words.mine : words.to(name)}
    </LinkButton>,
  )
}
