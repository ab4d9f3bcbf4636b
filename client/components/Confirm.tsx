import { Button, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'

/** A button that asks once more before it does what cannot be undone. */
export function Confirm(props: {
  name: string
  /** Its whole name, where there are several of this name. */
  label?: string
  subtle?: boolean
  question: string
  yes: string
  no: string
  busy: boolean
  onYes: () => void
}) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button
        aria-label={props.label}
        {...(props.subtle ? { appearance: 'subtle' as const, size: 'small' as const } : {})}
        disabledFocusable={props.busy}
        onClick={() => setAsking(true)}
      >
        {props.name}
      </Button>
    )
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
      <Text role="alert" block style={{ width: '100%' }}>
        {props.question}
      </Text>
      <Button
        autoFocus
        onClick={() => {
          setAsking(false)
          props.onYes()
        }}
      >
        {props.yes}
      </Button>
      <Button onClick={() => setAsking(false)}>{props.no}</Button>
    </div>
  )
}
