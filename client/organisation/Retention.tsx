import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { retentionBounds } from '../../server/contract/tenant-settings.ts'
import { Confirm } from '../components/Confirm.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { retention } from '../lib/texts/retention.ts'
import { Told, type Outcome } from './Told.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'

/** How long the organisation keeps what pairs wrote. */
export function Retention({ kept, change }: { kept: number; change: ChangeSettings }) {
  const { language } = useSurroundings()
  const words = retention[language]
  const [typed, setTyped] = useState(String(kept))
  const [told, setTold] = useState<Outcome | null>(null)
  const retentionDays = Number(typed)
  const fits =
    Number.isInteger(retentionDays) &&
    retentionDays >= retentionBounds.least &&
    retentionDays <= retentionBounds.most
  const save = async () => {
    if (!fits) return setTold({ wrong: true, text: words.invalid })
    setTold(await change({ retentionDays }))
  }
  return (
    <>
      <Text as="h3" size={300} weight="semibold" style={{ margin: 0 }}>
        {words.title}
      </Text>
      <Field label={words.days} hint={words.hint}>
        <Input
          type="number"
          min={retentionBounds.least}
          max={retentionBounds.most}
          value={typed}
          onChange={(_e, { value }) => {
            setTyped(value)
            setTold(null)
          }}
        />
      </Field>
      <Told outcome={told} saved={words.saved} />
      {fits && retentionDays < kept ? (
        <Confirm
          name={words.save}
          question={words.shorter(String(retentionDays))}
          yes={words.deleteNow}
          no={words.asItIs}
          busy={false}
          onYes={() => void save()}
        />
      ) : (
        <Button onClick={() => void save()} style={{ justifySelf: 'start' }}>
          {words.save}
        </Button>
      )}
    </>
  )
}
