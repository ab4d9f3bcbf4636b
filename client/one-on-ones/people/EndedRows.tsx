import { makeStyles } from '@fluentui/react-components'
import type { Pair } from '../../../server/contract/pair.ts'
import { Initials } from '../../components/Initials.tsx'
import { RowItem, Rows } from '../../components/Rows.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { hrefOf } from '../../lib/route.ts'
import { peopleTexts } from './texts.ts'

const useStyles = makeStyles({ title: { minHeight: '24px', cursor: 'pointer' } })

/** Unfolded, it is so again for who comes back from one of them. */
const openKey = 'ended pairs unfolded'

/** The pairs that ended, folded up: what they had is there to read, until retention or a deletion takes it. */
export function EndedRows({ pairs }: { pairs: Pair[] }) {
  const { language, kept } = useAppContext()
  const words = useTexts(peopleTexts)
  const styles = useStyles()
  const unfolded = (open: boolean) => (open ? kept.keep(openKey, '1') : kept.forget(openKey))
  return (
    <Surface>
      <details
        open={kept.recall(openKey) !== null}
        onToggle={({ currentTarget }) => unfolded(currentTarget.open)}
      >
        <summary className={styles.title}>{words.endedPairs(pairs.length)}</summary>
        <Rows label={words.ended}>
          {pairs.map((pair) => {
            const { name } = otherOf(pair)
            const day = pair.ended ? words.endedOn(dayOfInstantInWords(pair.ended, language, undefined)) : ''
            return (
              <RowItem
                key={pair.id}
                href={hrefOf({ page: 'pair', pairId: pair.id })}
                first={<Initials name={name} size={32} />}
                end={day}
              >
                {name}
              </RowItem>
            )
          })}
        </Rows>
      </details>
    </Surface>
  )
}
