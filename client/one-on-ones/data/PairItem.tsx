import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../../server/contract/pair.ts'
import { dayInWords, dayOf } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { DeletePair, EndPair } from './Farewell.tsx'
import { Trail } from './Trail.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** One pair: whether it goes on, its trail, and the two ways to part. */
export function PairItem({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const [open, setOpen] = useState<'trail' | 'end' | 'delete' | null>(null)
  const other = otherOf(pair).name
  const day = (instant: string) => dayInWords(dayOf(instant, undefined), language)
  const toggle = (what: typeof open) => setOpen(open === what ? null : what)
  const part = { pair, other, onDone: onChanged, onCancel: () => setOpen(null) }
  return (
    <li className={styles.root}>
      <div>
        <Text weight="semibold" block>
          {other}
        </Text>
        <Text size={200} className={styles.quiet} block>
          {pair.ended ? words.ended(day(pair.ended)) : words.goesOn}
        </Text>
        {pair.goesOn && (
          <Text size={200} block>
            {words.deletedOn(day(pair.goesOn))}
          </Text>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          aria-expanded={open === 'trail'}
          aria-label={words.trail(other)}
          onClick={() => toggle('trail')}
        >
          {words.trailShort}
        </Button>
        {!pair.ended && (
          <Button
            aria-expanded={open === 'end'}
            aria-label={words.endNamed(other)}
            onClick={() => toggle('end')}
          >
            {words.end}
          </Button>
        )}
        <Button
          aria-expanded={open === 'delete'}
          aria-label={words.deleteNamed(other)}
          onClick={() => toggle('delete')}
        >
          {words.delete}
        </Button>
      </div>
      {open === 'trail' && <Trail pair={pair} />}
      {open === 'end' && !pair.ended && <EndPair {...part} />}
      {open === 'delete' && <DeletePair {...part} />}
    </li>
  )
}
