import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import {
  retentionBounds,
  tenantSettingsPath as path,
  type TenantSettings,
} from '../../server/contract/tenant-settings.ts'
import { Confirm } from '../components/Confirm.tsx'
import { sentenceOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { retention } from '../lib/texts/retention.ts'
import { Told, type Outcome } from './Told.tsx'

/** How long the organisation keeps what pairs wrote. */
export function Retention() {
  const { api, texts, language } = useSurroundings()
  const words = retention[language]
  const [kept, setKept] = useState<number | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [told, setTold] = useState<Outcome | null>(null)
  useEffect(() => {
    api<TenantSettings>('GET', path).then(
      ({ retentionDays }) => {
        setKept(retentionDays)
        setTyped((now) => now ?? String(retentionDays))
      },
      (error: unknown) => setTold({ wrong: true, text: sentenceOf(error, texts) }),
    )
  }, [api, texts])
  const retentionDays = Number(typed)
  const fits =
    Number.isInteger(retentionDays) &&
    retentionDays >= retentionBounds.least &&
    retentionDays <= retentionBounds.most
  const save = async () => {
    if (!fits) return setTold({ wrong: true, text: words.invalid })
    try {
      await api<TenantSettings>('PUT', path, { retentionDays })
      setKept(retentionDays)
      setTold({ wrong: false })
    } catch (error) {
      setTold({ wrong: true, text: sentenceOf(error, texts) })
    }
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
          value={typed ?? ''}
          onChange={(_e, { value }) => {
            setTyped(value)
            setTold(null)
          }}
        />
      </Field>
      <Told outcome={told} saved={words.saved} />
      {fits && kept !== null && retentionDays < kept ? (
        <Confirm
          name={words.save}
          question={words.shorter(String(retentionDays))}
          yes={words.deleteNow}
          no={words.asItIs}
          busy={false}
          onYes={() => void save()}
        />
      ) : (
        <Button onClick={() => void save()} style={{ alignSelf: 'start' }} disabledFocusable={typed === null}>
          {words.save}
        </Button>
      )}
      <Text size={200}>{words.insights}</Text>
    </>
  )
}
