import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Bullets } from '../../components/basics.tsx'
import { Confirmation } from '../../components/Confirmation.tsx'
import { useGroupStyle } from '../../components/Group.tsx'
import { SaveStatus } from '../../components/Saving.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { myDataTexts } from './texts.ts'
import { useSaving } from '../../components/useSaving.ts'

/** The effects that cannot be undone, said before it is done. */
export function Effects({ effects }: { effects: string[] }) {
  const words = useTexts(myDataTexts)
  return (
    <div role="alert">
      <Text weight="semibold">{words.deleteTitle}</Text>
      <Bullets lines={effects} />
    </div>
  )
}

/** Once more: should it be done? What is in it says what it does. */
export function Sure(props: {
  name: string
  yes: string
  send: () => Promise<unknown>
  onDone: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const words = useTexts(myDataTexts)
  const { state, save } = useSaving()
  const { name, yes, send, onDone, onCancel, children } = props
  const run = async () => {
    if (await save(send, 'saving')) onDone()
  }
  return (
    <>
      <Confirmation
        label={name}
        className={useGroupStyle()}
        yes={yes}
        no={words.cancel}
        busy={state === 'saving'}
        onYes={() => void run()}
        onNo={onCancel}
      >
        {children}
      </Confirmation>
      <SaveStatus state={state} />
    </>
  )
}
