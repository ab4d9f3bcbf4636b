import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { Standing } from '../../../server/contract/conversation.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { sharing } from '../../lib/texts/sharing.ts'

/** That this is no talk of the two alone, and what becomes of what they wrote. */
export function StandingMessage({ standing }: { standing: Exclude<Standing, 'one-on-one'> }) {
  const { language } = useSurroundings()
  const { title, detail } = sharing[language].standing[standing]
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
