import { Button, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { tenantSettingsPath as path, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { SelectField } from '../components/SelectField.tsx'
import { sentenceOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { spoken } from '../lib/texts/spoken.ts'
import { Told, type Outcome } from './Told.tsx'

const choices = ['own', 'nl', 'en'] as const

/** In which language the organisation reads Groei: each person their own, or one for all. */
export function SpokenLanguage() {
  const { api, texts, language } = useSurroundings()
  const words = spoken[language]
  const [chosen, setChosen] = useState<TenantSettings['language'] | null>(null)
  const [told, setTold] = useState<Outcome | null>(null)
  useEffect(() => {
    api<TenantSettings>('GET', path).then(
      (found) => setChosen((now) => now ?? found.language),
      (error: unknown) => setTold({ wrong: true, text: sentenceOf(error, texts) }),
    )
  }, [api, texts])
  const save = async () => {
    try {
      await api('PUT', path, { language: chosen })
      // The answer to that was in the language of before; the next is not, and the screens follow it.
      await api('GET', path)
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
      <SelectField
        label={words.label}
        value={chosen ?? 'own'}
        options={choices.map((one) => [one, words.options[one]])}
        disabled={chosen === null}
        onChange={(choice) => {
          setChosen(choice)
          setTold(null)
        }}
      />
      <Text size={200}>{words.hint}</Text>
      <Told outcome={told} saved={words.saved} />
      <Button onClick={() => void save()} style={{ alignSelf: 'start' }} disabledFocusable={chosen === null}>
        {words.save}
      </Button>
    </>
  )
}
