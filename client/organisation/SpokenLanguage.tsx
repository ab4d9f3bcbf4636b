import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { SpokenLanguage as Spoken } from '../../server/contract/tenant-settings.ts'
import { Heading } from '../components/basics.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useSaving } from '../components/useSaving.ts'
import { useTexts } from '../lib/app-context.tsx'
import { Told } from './Told.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'
import { spokenTexts } from './texts.ts'

const choices: Spoken[] = ['own', 'nl', 'en']

/** The language in which the organisation reads Groei: each person their own, or one for all. */
export function SpokenLanguage(props: { chosen: Spoken; change: ChangeSettings }) {
  const words = useTexts(spokenTexts)
  const [choice, setChoice] = useState(props.chosen)
  const { state, setState, save } = useSaving()
  return (
    <>
      <Heading as="h3" size={300}>
        {words.title}
      </Heading>
      <SelectField
        label={words.label}
        value={choice}
        options={choices.map((one) => [one, words.options[one]])}
        onChange={(one) => {
          setChoice(one)
          setState('untouched')
        }}
      />
      <Text size={200}>{words.hint}</Text>
      <Told state={state} saved={words.saved} />
      <Button
        style={{ justifySelf: 'start' }}
        onClick={() => void save(() => props.change({ language: choice }))}
      >
        {words.save}
      </Button>
    </>
  )
}
