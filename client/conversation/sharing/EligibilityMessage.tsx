import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { Eligibility } from '../../../server/contract/conversation.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { eligibilityTexts } from './texts.ts'

/** Says that this is no conversation of the two alone, and what becomes of their text. */
export function EligibilityMessage({ eligibility }: { eligibility: Exclude<Eligibility, 'one-on-one'> }) {
  const words = useTexts(eligibilityTexts)
  const { title, detail } = words[eligibility]
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="status">
        <Text weight="semibold" block>
          {title}
        </Text>
        {detail}
      </MessageBarBody>
    </MessageBar>
  )
}
