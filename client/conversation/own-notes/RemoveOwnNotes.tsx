import { useState } from 'react'
import type { PrivateNote } from '../../../server/contract/private-note.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { failureOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privateNotes } from '../../lib/texts/private-notes.ts'

/** Where nothing can be written any more they can still be taken away: they are nobody else's. */
export function RemoveOwnNotes(props: {
  conversationId: string
  note: PrivateNote
  onSaved: (note: PrivateNote) => void
  onRemoved: () => void
}) {
  const { api, texts, language } = useSurroundings()
  const words = privateNotes[language]
  const [state, setState] = useState<SaveState>('untouched')
  if (props.note.revision === 0) return null
  const remove = async () => {
    setState('saving')
    try {
      await api('DELETE', `/api/conversations/${props.conversationId}/private-note`)
      props.onRemoved()
      props.onSaved({ text: '', revision: 0 })
    } catch (error) {
      const { title, detail } = failureOf(error, texts.unexpected)
      setState({ failed: `${title}. ${detail}` })
    }
  }
  return (
    <>
      <Confirm
        name={words.remove}
        question={words.sure}
        yes={words.removeNow}
        no={words.keepIt}
        busy={state === 'saving'}
        onYes={() => void remove()}
      />
      <SaveStatus state={state} />
    </>
  )
}
