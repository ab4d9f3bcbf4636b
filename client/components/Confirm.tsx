import { Button, Text } from '@fluentui/react-components'
import { Row } from './basics.tsx'
import { useState } from 'react'

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
  const [asking, setAsking] = useState(false)
  const size = props.subtle || props.small ? 'small' : 'medium'
  if (!asking)
    return (
      <Button
        aria-label={props.label}
        size={size}
        {...(props.subtle ? { appearance: 'subtle' as const } : {})}
        disabledFocusable={props.busy}
        onClick={() => setAsking(true)}
      >
        {props.name}
      </Button>
    )
  return (
    <Row>
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
    </Row>
  )
}
