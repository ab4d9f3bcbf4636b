import { Checkbox, Field } from '@fluentui/react-components'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { sharing } from '../../lib/texts/sharing.ts'

/** What somebody edited in the invite stays, unless one of the two says otherwise. */
export function ReplaceEdited(props: { checked: boolean; onChange: (checked: boolean) => void }) {
  const { language } = useSurroundings()
  const words = sharing[language]
  return (
    <Field hint={words.overEditedHint}>
      <Checkbox
        label={words.overEdited}
        checked={props.checked}
        onChange={(_e, { checked }) => props.onChange(checked === true)}
      />
    </Field>
  )
}
