import { Text } from '@fluentui/react-components'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Quiet } from '../../components/basics.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { hrefOf } from '../../lib/route.ts'
import { AgreedRhythm } from '../AgreedRhythm.tsx'
import { rhythmTexts } from '../rhythm-texts.ts'
import { rhythmInWords } from './row-words.ts'
import { pairTexts } from './texts.ts'

/** The rhythm of the two, and the way to look back on a period. */
export function PairAside({ page, onChanged }: { page: Page; onChanged: () => void }) {
  const { language } = useAppContext()
  const words = useTexts(pairTexts)
  const { state } = useTexts(rhythmTexts)
  const { pair, rhythm, lastReview, now } = page
  const said = rhythm.agreed.everyWeeks === null ? rhythmInWords(rhythm, now, language) : state[rhythm.state]
  return (
    <>
      {pair.ended === null && (
        <Surface>
          {said && <Text size={200}>{said}</Text>}
          <AgreedRhythm pair={pair} agreed={rhythm.agreed} onChanged={onChanged} />
        </Surface>
      )}
      <Surface>
        <div>
          <LinkButton
            href={hrefOf({ page: 'review', pairId: pair.id })}
            label={words.reviewWith(firstName(otherOf(pair).name))}
          >
            {words.review}
          </LinkButton>
        </div>
        {lastReview && (
          <Quiet>{words.lastReview(dayOfInstantInWords(lastReview, language, undefined))}</Quiet>
        )}
      </Surface>
    </>
  )
}
