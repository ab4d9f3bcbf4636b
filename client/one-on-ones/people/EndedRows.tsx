import type { Pair } from '../../../server/contract/pair.ts'
import { Initials, RowItem, Rows } from '../../components/Rows.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { hrefOf } from '../../lib/route.ts'
import { peopleTexts } from './texts.ts'

/** The pairs that ended: what they had is there to read, until retention or a deletion takes it. */
export function EndedRows({ pairs }: { pairs: Pair[] }) {
  const { language } = useAppContext()
  const words = useTexts(peopleTexts)
  return (
    <Surface title={words.ended}>
      <Rows>
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
    </Surface>
  )
}
