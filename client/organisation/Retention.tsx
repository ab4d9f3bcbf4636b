import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { retentionBounds, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { Failed } from '../components/basics.tsx'
import { Confirm } from '../components/Confirm.tsx'
import { Surface } from '../components/Surface.tsx'
import { useSaving } from '../components/useSaving.ts'
import { momentWithYear } from '../lib/dates.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'
import { retentionTexts } from './texts.ts'

/** How long the organisation keeps what pairs wrote. */
export function Retention({ settings, change }: { settings: TenantSettings; change: ChangeSettings }) {
  const { retentionDays: kept, retentionBefore: before } = settings
  const { language } = useAppContext()
  const words = useTexts(retentionTexts)
  const [typed, setTyped] = useState(String(kept))
  const { state, setState, save: send } = useSaving()
  const retentionDays = Number(typed)
  const fits =
    Number.isInteger(retentionDays) &&
    retentionDays >= retentionBounds.least &&
    retentionDays <= retentionBounds.most
  const save = async () => {
    if (!fits) return setState({ failed: words.invalid })
    await send(() => change({ retentionDays }))
  }
  return (
    <Surface title={words.title}>
      <Field label={words.days} hint={words.hint}>
        <Input
          type="number"
          min={retentionBounds.least}
          max={retentionBounds.most}
          value={typed}
          onChange={(_e, { value }) => {
            setTyped(value)
            setState('untouched')
          }}
        />
      </Field>
      {before && (
        <>
          <Text>{words.waits(String(before.days), momentWithYear(before.until, language, undefined))}</Text>
          <Button
            style={{ justifySelf: 'start' }}
            onClick={() => {
              setTyped(String(before.days))
              void send(() => change({ retentionDays: before.days }))
            }}
          >
            {words.takeBack(String(before.days))}
          </Button>
        </>
      )}
      {typeof state === 'object' && <Failed>{state.failed}</Failed>}
      {state === 'saved' && <Text role="status">{words.saved}</Text>}
      {fits && retentionDays < kept ? (
        <Confirm
          name={words.save}
          question={words.shorter(String(retentionDays))}
          yes={words.shorten}
          no={words.asItIs}
          busy={false}
          onYes={() => void save()}
        />
      ) : (
        <Button onClick={() => void save()} style={{ justifySelf: 'start' }}>
          {words.save}
        </Button>
      )}
    </Surface>
  )
}
