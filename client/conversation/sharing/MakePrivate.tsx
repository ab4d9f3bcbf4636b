import { Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { Privacy } from '../../../server/contract/publication.ts'
import { SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { sharing } from '../../lib/texts/sharing.ts'

/** The organiser's choice for all talks of the two. Refused, it stands as it stood. */
export function MakePrivate(props: { pairId: string; keepPrivate: boolean; onSaved: () => void }) {
  const { api, texts, language } = useSurroundings()
  const words = sharing[language]
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [state, setState] = useState<SaveState>('untouched')

  const choose = async (keepPrivate: boolean) => {
    if (state === 'saving') return
    setChosen(keepPrivate)
    setState('saving')
    try {
      await api<Privacy>('PUT', `/api/pairs/${props.pairId}/privacy`, { keepPrivate })
      setState('saved')
      props.onSaved()
    } catch (error) {
      setChosen(null)
      setState({ failed: sentenceOf(error, texts) })
    }
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
