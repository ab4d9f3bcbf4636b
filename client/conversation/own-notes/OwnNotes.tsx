import { Button, Text, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { PrivateNote } from '../../../server/contract/private-note.ts'
import { type Failure, failureOf, inWords } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privateNotes } from '../../lib/texts/private-notes.ts'
import { OwnNotesForm } from './OwnNotesForm.tsx'

type Props = { conversationId: string; readOnly: boolean }

/** My own notes, at hand in every step; fetched when they are unfolded. */
export function OwnNotes(props: Props) {
  const { language } = useSurroundings()
  const words = privateNotes[language]
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={words.title} style={{ display: 'grid', gap: tokens.spacingVerticalS }}>
      <Button style={{ justifySelf: 'start' }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.title}
      </Button>
      {open && <Unfolded {...props} />}
    </section>
  )
}

function Unfolded({ conversationId, readOnly }: Props) {
  const { api, texts, language } = useSurroundings()
  const words = privateNotes[language]
  const [found, setFound] = useState<PrivateNote | Failure | null>(null)
  const load = useCallback(
    () =>
      api<PrivateNote>('GET', `/api/conversations/${conversationId}/private-note`).then(
        setFound,
        (error: unknown) => setFound((now) => now ?? failureOf(error, texts.unexpected)),
      ),
    [api, conversationId, texts],
  )
  useEffect(() => {
    void load()
  }, [load])
  if (!found) return <Text role="status">{words.loading}</Text>
  if ('slug' in found)
    return (
      <>
        <Text role="alert">{inWords(found)}</Text>
        <Button style={{ justifySelf: 'start' }} onClick={() => void load()}>
          {texts.retry}
        </Button>
      </>
    )
  return (
    <OwnNotesForm
      conversationId={conversationId}
      note={found}
      readOnly={readOnly}
      onSaved={setFound}
      onBehind={() => void load()}
    />
  )
}
