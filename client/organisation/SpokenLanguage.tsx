import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { SpokenLanguage as Spoken } from '../../server/contract/tenant-settings.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { spoken } from '../lib/texts/spoken.ts'
import { Told, type Outcome } from './Told.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'

const choices: Spoken[] = ['own', 'nl', 'en']

/** In which language the organisation reads Groei: each person their own, or one for all. */
export function SpokenLanguage(props: { chosen: Spoken; change: ChangeSettings }) {
  const { language } = useSurroundings()
  const words = spoken[language]
  const [choice, setChoice] = useState(props.chosen)
  const [told, setTold] = useState<Outcome | null>(null)
  return (
    <>
      <Text as="h3" size={300} weight="semibold" style={{ margin: 0 }}>
        {words.title}
      </Text>
      <SelectField
        label={words.label}
        value={choice}
        options={choices.map((one) => [one, words.options[one]])}
        onChange={(one) => {
          setChoice(one)
          setTold(null)
        }}
      />
      <Text size={200}>{words.hint}</Text>
      <Told outcome={told} saved={words.saved} />
      <Button
        style={{ justifySelf: 'start' }}
        onClick={() => void props.change({ language: choice }).then(setTold)}
      >
        {words.save}
      </Button>
    </>
  )
}
