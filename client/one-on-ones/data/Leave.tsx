import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { DeletionPreview, LeavingPreview } from '../../../server/contract/my-data.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { Group } from '../../components/Group.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { forgetAll } from '../../lib/kept.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { leaving } from '../../lib/texts/leaving.ts'
import { myData } from '../../lib/texts/my-data.ts'
import { Effects, Sure } from './Sure.tsx'
import { useFetched } from './useFetched.ts'

/** Everything of mine at once: unfolded when somebody wants that. */
export function Leave({ onLeft }: { onLeft: () => void }) {
  const { language } = useSurroundings()
  const words = leaving[language]
  const [open, setOpen] = useState(false)
  const left = () => {
    // What was typed and not sent is theirs too.
    forgetAll()
    onLeft()
  }
  return (
    <>
      <Text>{words.hint}</Text>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.open}
      </Button>
      {open && <Question onDone={left} onCancel={() => setOpen(false)} />}
    </>
  )
}

function Question(then: { onDone: () => void; onCancel: () => void }) {
  const { language } = useSurroundings()
  const words = leaving[language]
  const { found, failed } = useFetched<LeavingPreview>('/api/me/deletion')
  if (!found) return <Text role="status">{failed || myData[language].loading}</Text>
  return (
    <Group name={words.open}>
      <Effects effects={effectsOf(found, language)} />
      <Sure {...then} yes={words.now} method="DELETE" path="/api/me" />
    </Group>
  )
}

function effectsOf({ pairs, questions, templates, teamLoses }: LeavingPreview, language: Language): string[] {
  const words = leaving[language]
  const common = myData[language]
  const sum = (field: 'privateNotes' | 'drafts' | 'invites') =>
    pairs.reduce((total, one) => total + one[field], 0)
  const ofPair = ({ other, talks, commitments, otherReadsUntil }: DeletionPreview) => {
    const until = otherReadsUntil && dayInWords(otherReadsUntil.slice(0, 10), language)
    const after = until ? common.deleteOther(other.name, until) : common.deleteAtOnce(other.name)
    return `${words.pair(other.name, String(talks), String(commitments))} ${after}`
  }
  return [
    words.self,
    ...(questions + templates > 0 ? [words.own(String(questions), String(templates))] : []),
    ...(teamLoses.questions + teamLoses.templates > 0
      ? [words.team(String(teamLoses.questions), String(teamLoses.templates))]
      : []),
    ...(pairs.length > 0 ? [words.notes(String(sum('privateNotes')), String(sum('drafts')))] : []),
    ...pairs.map(ofPair),
    ...(sum('invites') > 0 ? [common.deleteInvites(String(sum('invites')))] : []),
    words.final,
    words.anew,
  ]
}
