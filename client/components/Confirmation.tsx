import { Button } from '@fluentui/react-components'
import { useLayoutEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { takesEscape } from '../lib/escape.ts'
import { Row } from './basics.tsx'

/**
 * A question before what cannot be undone, in the place where it came up. The keyboard stays with its answers until one is
 * given; Escape is the way back, and then the keyboard is where it was.
 * @param label the question, for who hears the screen
 */
export function Confirmation(props: {
  label: string
  className?: string
  yes: string
  no: string
  busy?: boolean
  onYes: () => void
  onNo: () => void
  children: ReactNode
}) {
  const { label, className, yes, no, busy = false, onYes, onNo, children } = props
  const [before] = useState(() => document.activeElement)
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus()
    },
    [before],
  )
  return (
    <div
      role="alertdialog"
      aria-label={label}
      className={className}
      onKeyDown={(event) => {
        if (event.key === 'Tab') goRound(event)
        else if (takesEscape(event)) onNo()
      }}
    >
      {children}
      <Row>
        {/* Enter without reading means no. */}
        <Button autoFocus onClick={onNo}>
          {no}
        </Button>
        <Button disabledFocusable={busy} onClick={onYes}>
          {yes}
        </Button>
      </Row>
    </div>
  )
}

function goRound(event: KeyboardEvent<HTMLElement>): void {
  event.preventDefault()
  const answers = [...event.currentTarget.querySelectorAll('button')]
  const at = answers.findIndex((one) => one === document.activeElement)
  answers.at((at + (event.shiftKey ? -1 : 1)) % answers.length)?.focus()
}
