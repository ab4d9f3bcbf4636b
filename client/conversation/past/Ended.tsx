import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Pair } from '../../../server/contract/pair.ts'
import { dayInWords, dayOf } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privacy } from '../../lib/texts/privacy.ts'

/** That the pair has ended, and until when it can be read. */
export function Ended({ pair: { ended, goesOn } }: { pair: Pair }) {
  const { language } = useSurroundings()
  const words = privacy[language]
  const day = (instant: string) => dayInWords(dayOf(instant, undefined), language)
  if (!ended) return null
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {[words.ended(day(ended)), ...(goesOn ? [words.goesOn(day(goesOn))] : [])].join(' ')}
      </MessageBarBody>
    </MessageBar>
  )
}
