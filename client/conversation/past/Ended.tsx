import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Pair } from '../../../server/contract/pair.ts'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'

/** Says that the pair has ended, and until when it can be read. */
export function Ended({ pair: { ended, goesOn } }: { pair: Pair }) {
  const { language } = useAppContext()
  const words = useTexts(privacyTexts)
  const day = (instant: string) => dayOfInstantInWords(instant, language, undefined)
  if (!ended) return null
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {[words.ended(day(ended)), ...(goesOn ? [words.goesOn(day(goesOn))] : [])].join(' ')}
      </MessageBarBody>
    </MessageBar>
  )
}
