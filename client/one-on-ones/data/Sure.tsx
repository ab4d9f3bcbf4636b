import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { failureOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What it does that cannot be undone, said aloud before it is done. */
export function Effects({ effects }: { effects: string[] }) {
  const { language } = useSurroundings()
  const styles = useStyles()
  return (
    <div role="alert">
      <Text weight="semibold">{myData[language].deleteTitle}</Text>
      <ul className={styles.list}>
        {effects.map((effect) => (
          <li key={effect}>
            <Text>{effect}</Text>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Once more: should it be done? */
export function Sure(props: {
  yes: string
  method: 'POST' | 'DELETE'
  path: string
  onDone: () => void
  onCancel: () => void
}) {
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
