import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import {
  deleteMe,
  getLeavingPreview,
  type DeletionPreview,
  type LeavingPreview,
} from '../../../server/contract/my-data.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { inWords } from '../../lib/api.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Effects, Sure } from './Sure.tsx'
import { leavingTexts } from './leaving-texts.ts'
import { myDataTexts } from './texts.ts'

/** Everything of mine at once: unfolded when somebody wants that. */
export function Leave({ onLeft }: { onLeft: () => void }) {
  const { kept } = useAppContext()
  const words = useTexts(leavingTexts)
  const [open, setOpen] = useState(false)
  const left = () => {
    // Text that was typed and not sent is theirs too.
    kept.forgetAll()
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
  const { api, language, tellNothing } = useAppContext()
  const myData = useTexts(myDataTexts)
  const words = useTexts(leavingTexts)
  const { data: found, failure } = useQuery(getLeavingPreview, {})
  const leave = () => {
    tellNothing()
    return api(deleteMe)
  }
  if (!found) return <Text role="status">{failure ? inWords(failure) : myData.loading}</Text>
  return (
    <Sure {...then} name={words.open} yes={words.now} send={leave}>
      <Effects effects={effectsOf(found, language)} />
    </Sure>
  )
}

function effectsOf({ pairs, questions, templates, teamLoses }: LeavingPreview, language: Language): string[] {
  const words = leavingTexts[language]
  const common = myDataTexts[language]
  const sum = (field: 'privateNotes' | 'drafts' | 'invites') =>
    pairs.reduce((total, one) => total + one[field], 0)
  const ofPair = ({ other, conversations, commitments, otherReadsUntil }: DeletionPreview) => {
    const until = otherReadsUntil && dayOfInstantInWords(otherReadsUntil, language, undefined)
    const after = until ? common.deleteOther(other.name, until) : common.deleteAtOnce(other.name)
    return `${words.pair(other.name, String(conversations), String(commitments))} ${after}`
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
