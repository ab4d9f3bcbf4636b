import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Confirmation } from './Confirmation.tsx'

const useStyles = makeStyles({
  asked: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%' },
})

/** A button that asks once more before it does what cannot be undone. */
export function Confirm(props: {
  name: string
  /** Its whole name, where there are several of this name. */
  label?: string
  subtle?: boolean
  small?: boolean
  question: string
  yes: string
  no: string
  busy: boolean
  onYes: () => void
}) {
  const styles = useStyles()
  const [is, setIs] = useState<'unasked' | 'asking' | 'answered'>('unasked')
  const { question, yes, no, onYes } = props
  const size = props.subtle || props.small ? 'small' : 'medium'
  if (is !== 'asking')
    return (
      <Button
        // The keyboard comes back to it.
        autoFocus={is === 'answered'}
        aria-label={props.label}
        size={size}
        {...(props.subtle ? { appearance: 'subtle' as const } : {})}
        disabledFocusable={props.busy}
        onClick={() => setIs('asking')}
      >
        {props.name}
      </Button>
    )
  return (
    <Confirmation
      label={question}
      className={styles.asked}
      yes={yes}
      no={no}
      onYes={() => {
        setIs('answered')
        onYes()
      }}
      onNo={() => setIs('answered')}
    >
      <Text>{question}</Text>
    </Confirmation>
  )
}
