import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { Eligibility } from '../../../server/contract/conversation.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { eligibilityTexts } from './eligibility-texts.ts'

/** Says that this is no conversation of the two alone, and what becomes of their text. */
export function EligibilityMessage(props: {
  eligibility: Exclude<Eligibility, 'one-on-one'>
  /** The names of who is on the invite and declined. */
  declined: string[]
}) {
  const words = useTexts(eligibilityTexts)
  const { language } = useAppContext()
  const names = new Intl.ListFormat(language).format(props.declined.map(firstName))
  const { title, detail } =
    props.eligibility === 'others-declined'
      ? { title: words.declined.title(names), detail: words.declined.detail(names) }
      : words[props.eligibility]
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
