import { Button, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Meeting } from '../../server/contract/meeting.ts'
import type { Role } from '../../server/contract/pair.ts'
import { Heading } from '../components/basics.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { rolesTexts } from './texts.ts'
import { commonTexts } from '../lib/texts.ts'
import { useAction } from '../lib/useAction.ts'

/** Asked once for a pair: who is the coach? The organiser is proposed. */
export function RolesQuestion(props: {
  meeting: Meeting
  proposedRole: Role
  onChoose: (role: Role) => Promise<void>
}) {
  const words = useTexts(rolesTexts)
  const common = useTexts(commonTexts)
  const [role, setRole] = useState(props.proposedRole)
  const { busy, run } = useAction()
  return (
    <main style={{ padding: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalM }}>
      <Heading as="h1" size={500} id="roles">
        {words.title}
      </Heading>
      <Text>{words.detail}</Text>
      <RadioGroup
        aria-labelledby="roles"
        value={role}
        onChange={(_event, data) => setRole(data.value === 'coach' ? 'coach' : 'employee')}
      >
        <Radio value="coach" label={words.me} />
        <Radio value="employee" label={words.other(props.meeting.other.name)} />
      </RadioGroup>
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void run(() => props.onChoose(role))}
      >
        {busy ? common.saving : words.start}
      </Button>
    </main>
  )
}
