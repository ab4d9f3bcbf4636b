import { Text } from '@fluentui/react-components'
import type { DeletionPreview } from '../../../server/contract/my-data.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { Group } from '../../components/Group.tsx'
import { dayInWords, dayOf } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { Effects, Sure } from './Sure.tsx'
import { useFetched } from './useFetched.ts'

type Parting = { pair: Pair; other: string; onDone: () => void; onCancel: () => void }

/** Ending: what it does, and once more whether it should be done. */
export function EndPair({ pair, other, ...then }: Parting) {
  const { language } = useSurroundings()
  const words = myData[language]
  return (
    <Group name={words.endNamed(other)}>
      <Text role="alert">{words.endSure(other)}</Text>
      <Sure {...then} yes={words.endNow} method="POST" path={`/api/pairs/${pair.id}/end`} />
    </Group>
  )
}

/** Deleting: what it does to what is mine and to what the other sees, said before. */
export function DeletePair({ pair, other, ...then }: Parting) {
  const { language } = useSurroundings()
  const words = myData[language]
  const { found, failed } = useFetched<DeletionPreview>(`/api/pairs/${pair.id}/deletion`)
  if (!found) return <Text role="status">{failed || words.loading}</Text>
  const until = found.otherReadsUntil && dayInWords(dayOf(found.otherReadsUntil, undefined), language)
  const effects = [
    words.deleteOwn(String(found.privateNotes), String(found.drafts)),
    words.deleteShared(String(found.talks), String(found.commitments)),
    until ? words.deleteOther(other, until) : words.deleteAtOnce(other),
    ...(found.invites > 0 ? [words.deleteInvites(String(found.invites))] : []),
    words.deleteFinal,
  ]
  return (
    <Group name={words.deleteNamed(other)}>
      <Effects effects={effects} />
      <Sure {...then} yes={words.deleteNow} method="DELETE" path={`/api/pairs/${pair.id}`} />
    </Group>
  )
}
