import type { SpokenLanguage as Spoken } from '../../server/contract/tenant-settings.ts'
import { Failed, Quiet } from '../components/basics.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { Surface } from '../components/Surface.tsx'
import { useAtOnce } from '../components/useAtOnce.ts'
import { useTexts } from '../lib/app-context.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'
import { spokenTexts } from './texts.ts'

const choices: Spoken[] = ['own', 'nl', 'en']

/** The language in which the organisation reads Groei: each person their own, or one for all. */
export function SpokenLanguage(props: { chosen: Spoken; change: ChangeSettings }) {
  const words = useTexts(spokenTexts)
  const { chosen, change } = props
  const { value, failed, choose } = useAtOnce<Spoken>({ language: chosen }, (_name, language) =>
    change({ language }),
  )
  return (
    <Surface title={words.title}>
      <SelectField
        label={words.label}
        value={value['language'] ?? chosen}
        options={choices.map((one) => [one, words.options[one]])}
        onChange={(one) => void choose('language', one)}
      />
      {failed && <Failed>{failed}</Failed>}
      <Quiet>{words.hint}</Quiet>
    </Surface>
  )
}
