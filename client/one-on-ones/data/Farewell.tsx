import { Text } from '@fluentui/react-components'
import { getDeletionPreview } from '../../../server/contract/my-data.ts'
import { deletePair, endPair, type Pair } from '../../../server/contract/pair.ts'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { inWords } from '../../lib/api.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Effects, Sure } from './Sure.tsx'
import { myDataTexts } from './texts.ts'

type Parting = { pair: Pair; other: string; onDone: () => void; onCancel: () => void }

/** Ending: what it does, and once more whether it should be done. */
export function EndPair({ pair, other, ...then }: Parting) {
  const { api } = useAppContext()
  const words = useTexts(myDataTexts)
  return (
    <Sure
      {...then}
      name={words.endNamed(other)}
      yes={words.endNow}
      send={() => api(endPair, { params: { pairId: pair.id } })}
    >
      <Text role="alert">{words.endSure(other)}</Text>
    </Sure>
  )
}

/** Deleting: what it does to what is mine and to what the other sees, said before. */
export function DeletePair({ pair, other, ...then }: Parting) {
  const { api, language } = useAppContext()
  const words = useTexts(myDataTexts)
  const params = { pairId: pair.id }
  const { data: found, failure } = useQuery(getDeletionPreview, { params })
  if (!found) return <Text role="status">{failure ? inWords(failure) : words.loading}</Text>
  const until = found.otherReadsUntil && dayOfInstantInWords(found.otherReadsUntil, language, undefined)
  const effects = [
    words.deleteOwn(String(found.privateNotes), String(found.drafts)),
    words.deleteShared(String(found.conversations), String(found.commitments)),
    until ? words.deleteOther(other, until) : words.deleteAtOnce(other),
    ...(found.invites > 0 ? [words.deleteInvites(String(found.invites))] : []),
    words.deleteFinal,
  ]
  return (
    <Sure
      {...then}
      name={words.deleteNamed(other)}
      yes={words.deleteNow}
      send={() => api(deletePair, { params })}
    >
      <Effects effects={effects} />
    </Sure>
  )
}
