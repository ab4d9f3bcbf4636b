import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { DeletionPreview } from '../../../server/contract/my-data.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { Group } from '../../components/Group.tsx'
import { SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { failureOf } from '../../lib/api.ts'
import { dayInWords, dayOf } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Parting = { pair: Pair; other: string; onDone: () => void; onCancel: () => void }

/** Ending: what it does, and once more whether it should be done. */
export function EndPair(props: Parting) {
  const { language } = useSurroundings()
  const words = myData[language]
  return (
    <Group name={words.endNamed(props.other)}>
      <Text role="alert">{words.endSure(props.other)}</Text>
      <Sure {...props} yes={words.endNow} method="POST" path={`/api/pairs/${props.pair.id}/end`} />
    </Group>
  )
}

/** Deleting: what it does to what is mine and to what the other sees, said before. */
export function DeletePair(props: Parting) {
  const { api, texts, language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const { pair, other } = props
  const [preview, setPreview] = useState<DeletionPreview | null>(null)
  const [failed, setFailed] = useState('')
  useEffect(() => {
    api<DeletionPreview>('GET', `/api/pairs/${pair.id}/deletion`).then(setPreview, (error: unknown) => {
      const { title, detail } = failureOf(error, texts.unexpected)
      setFailed(`${title}. ${detail}`)
    })
  }, [api, pair.id, texts])
  if (!preview) return <Text role="status">{failed || words.loading}</Text>
  const { otherReadsUntil } = preview
  const until = otherReadsUntil && dayInWords(dayOf(otherReadsUntil, undefined), language)
  const effects = [
    words.deleteOwn(String(preview.privateNotes), String(preview.drafts)),
    words.deleteShared(String(preview.talks), String(preview.commitments)),
    until ? words.deleteOther(other, until) : words.deleteAtOnce(other),
    ...(preview.invites > 0 ? [words.deleteInvites(String(preview.invites))] : []),
    words.deleteFinal,
  ]
  return (
    <Group name={words.deleteNamed(other)}>
      <div role="alert">
        <Text weight="semibold">{words.deleteTitle}</Text>
        <ul className={styles.list}>
          {effects.map((effect) => (
            <li key={effect}>
              <Text>{effect}</Text>
            </li>
          ))}
        </ul>
      </div>
      <Sure {...props} yes={words.deleteNow} method="DELETE" path={`/api/pairs/${pair.id}`} />
    </Group>
  )
}

function Sure(props: Parting & { yes: string; method: 'POST' | 'DELETE'; path: string }) {
  const { api, texts, language } = useSurroundings()
  const styles = useStyles()
  const [state, setState] = useState<SaveState>('untouched')
  const { method, path, onDone, onCancel } = props
  const run = async () => {
    setState('saving')
    try {
      await api(method, path)
      onDone()
    } catch (error) {
      const { title, detail } = failureOf(error, texts.unexpected)
      setState({ failed: `${title}. ${detail}` })
    }
  }
  return (
    <>
      <div className={styles.buttons}>
        {/* Who presses Enter without reading has said no. */}
        <Button autoFocus onClick={onCancel}>
          {myData[language].cancel}
        </Button>
        <Button disabledFocusable={state === 'saving'} onClick={() => void run()}>
          {props.yes}
        </Button>
      </div>
      <SaveStatus state={state} />
    </>
  )
}
