import { Button, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Meeting } from '../../server/contract/meeting.ts'
import type { Role } from '../../server/contract/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Asked once for a pair: who is the coach? The organiser is proposed. */
export function RolesQuestion(props: {
  meeting: Meeting
  proposedRole: Role
  onChoose: (role: Role) => Promise<void>
}) {
  const { texts } = useSurroundings()
  const [role, setRole] = useState(props.proposedRole)
  const [busy, setBusy] = useState(false)
  const choose = async () => {
    setBusy(true)
    await props.onChoose(role)
    setBusy(false)
  }
  return (
    <main style={{ padding: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalM }}>
      <Text as="h1" size={500} weight="semibold" id="roles" style={{ margin: 0 }}>
        {texts.roles.title}
      </Text>
      <Text>{texts.roles.detail}</Text>
      <RadioGroup
        aria-labelledby="roles"
        value={role}
        onChange={(_event, data) => setRole(data.value === 'coach' ? 'coach' : 'employee')}
      >
        <Radio value="coach" label={texts.roles.me} />
        <Radio value="employee" label={texts.roles.other(props.meeting.other.name)} />
      </RadioGroup>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void choose()}>
        {busy ? texts.saving : texts.roles.start}
      </Button>
    </main>
  )
}
