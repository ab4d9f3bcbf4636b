import { Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import { putPrivacy } from '../../../server/contract/publication.ts'
import { SaveStatus } from '../../components/Saving.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { sharingTexts } from './texts.ts'
import { useSaving } from '../../components/useSaving.ts'

/** The organiser's choice for all conversations of the two. Refused, it stands as it stood. */
export function MakePrivate(props: { pairId: string; keepPrivate: boolean; onSaved: () => void }) {
  const { api } = useAppContext()
  const words = useTexts(sharingTexts)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const { state, save } = useSaving()

  const choose = async (keepPrivate: boolean) => {
    if (state === 'saving') return
    setChosen(keepPrivate)
    const params = { pairId: props.pairId }
    if (await save(() => api(putPrivacy, { params, body: { keepPrivate } }))) props.onSaved()
    else setChosen(null)
  }
  return (
    <div>
      <Field hint={words.makePrivateHint}>
        <Checkbox
          label={words.makePrivate}
          checked={chosen ?? props.keepPrivate}
          onChange={(_e, { checked }) => void choose(checked === true)}
        />
      </Field>
      <SaveStatus state={state} />
    </div>
  )
}
