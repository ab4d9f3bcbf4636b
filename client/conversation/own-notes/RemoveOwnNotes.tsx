import { deletePrivateNote, type PrivateNote } from '../../../server/contract/private-note.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { SaveStatus } from '../../components/Saving.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { ownNotesTexts } from './texts.ts'
import { useSaving } from '../../components/useSaving.ts'

/** Where nothing can be written any more they can still be taken away: they are nobody else's. */
export function RemoveOwnNotes(props: {
  conversationId: string
  note: PrivateNote
  onSaved: (note: PrivateNote) => void
  onRemoved: () => void
}) {
  const { api } = useAppContext()
  const words = useTexts(ownNotesTexts)
  const { state, save } = useSaving()
  if (props.note.revision === 0) return null
  const remove = async () => {
    const params = { conversationId: props.conversationId }
    if (!(await save(() => api(deletePrivateNote, { params }), 'saving'))) return
    props.onRemoved()
    props.onSaved({ text: '', revision: 0 })
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
