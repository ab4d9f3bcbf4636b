import { Button, Text, tokens } from '@fluentui/react-components'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import { putNoteTaker } from '../../server/contract/pair.ts'
import { Failed, Heading } from '../components/basics.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useAction } from '../lib/useAction.ts'
import { personTexts } from './person-texts.ts'

type Asked = Extract<OpenedConversation, { kind: 'person-needed' }>

/** Asked once for a pair and an address on their invite: is it a person, or an app that takes notes? */
export function PersonQuestion(props: Asked & { onAnswered: () => void }) {
  const { api } = useAppContext()
  const words = useTexts(personTexts)
  const { name, address, pairId, saidPerson } = props
  const { busy, refused, run } = useAction()
  const say = (isPerson: boolean) =>
    run(async () => {
      await api(putNoteTaker, { params: { pairId }, body: { address, isPerson } })
      props.onAnswered()
    })
  return (
    <main style={{ padding: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalM }}>
      <Heading as="h1" size={500}>
        {saidPerson ? words.saidTitle(name) : words.title(name)}
      </Heading>
      <Text>{saidPerson ? words.saidDetail(name) : words.detail(address)}</Text>
      <Text>{words.reads}</Text>
      {refused && <Failed>{refused}</Failed>}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void say(false)}>
        {saidPerson ? words.after : words.app}
      </Button>
      {!saidPerson && (
        <Button disabledFocusable={busy} onClick={() => void say(true)}>
          {words.person}
        </Button>
      )}
    </main>
  )
}
