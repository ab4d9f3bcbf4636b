import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Row } from '../../components/basics.tsx'
import { SaveStatus } from '../../components/Saving.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { myDataTexts } from './texts.ts'
import { useSaving } from '../../components/useSaving.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
})

/** The effects that cannot be undone, said aloud before it is done. */
export function Effects({ effects }: { effects: string[] }) {
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  return (
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
  )
}

/** Once more: should it be done? */
export function Sure(props: {
  yes: string
  send: () => Promise<unknown>
  onDone: () => void
  onCancel: () => void
}) {
  const words = useTexts(myDataTexts)
  const { state, save } = useSaving()
  const { send, onDone, onCancel } = props
  const run = async () => {
    if (await save(send, 'saving')) onDone()
  }
  return (
    <>
      <Row>
        {/* Enter without reading means no. */}
        <Button autoFocus onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button disabledFocusable={state === 'saving'} onClick={() => void run()}>
          {props.yes}
        </Button>
      </Row>
      <SaveStatus state={state} />
    </>
  )
}
