import { Suspense, useState, type MouseEvent } from 'react'
import { lazyNamed } from '../lib/load-part.ts'

/** The calendar, loaded when it is asked for. */
export const DayCalendar = lazyNamed(() => import('./DayCalendar.tsx'), 'DayCalendar')

/** The calendar's room, so that nothing moves when it comes. */
const room = { width: 256, height: 270 }

/** A button and the calendar that it opens; when that closes, the button has the focus again. */
export function useCalendar(props: {
  label: string
  value: string | null
  today: string
  onChoose: (day: string) => void
}) {
  const [opener, setOpener] = useState<HTMLElement | null>(null)
  const close = () => {
    setOpener(null)
    opener?.focus()
  }
  return {
    /** For the button. */
    opens: {
      'aria-expanded': opener !== null,
      onClick: ({ currentTarget }: MouseEvent<HTMLElement>) => setOpener(opener ? null : currentTarget),
    },
    calendar: opener && (
      <Suspense fallback={<div style={room} />}>
        <DayCalendar
          {...props}
          onClose={close}
          onChoose={(day) => {
            close()
            props.onChoose(day)
          }}
        />
      </Suspense>
    ),
  }
}
