import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Place } from '../hosts/host.ts'
import { firstStep, stillAt, type Where } from './where.ts'

/** That the other chose another template meanwhile, and which step one was taken out of by it. */
export type Changed = { templateId: string; left: Conversation['template']['steps'][number] | null }

const nameOf = ({ template, templateFrom }: Conversation) =>
  `${templateFrom} ${template.id} ${template.version}`

/**
 * In which step one is. When another template is chosen one stays where one is, as far as it has that step; the
 * keyboard is never left nowhere.
 */
export function useWhere(conversation: Conversation, place: Place, heading: RefObject<HTMLElement | null>) {
  const { template, templateBy, pair } = conversation
  const [where, setWhere] = useState<Where>(() => firstStep(conversation, place))
  const [seen, setSeen] = useState({ name: nameOf(conversation), template })
  const [changed, setChanged] = useState<Changed | null>(null)
  if (seen.name !== nameOf(conversation)) {
    const still = stillAt(where, seen.template, template)
    const left = seen.template.steps.find(({ id }) => id === where) ?? null
    setSeen({ name: nameOf(conversation), template })
    setWhere(still === undefined ? firstStep(conversation, place) : still)
    setChanged(
      templateBy !== null && templateBy !== pair.myRole
        ? { templateId: template.id, left: still === undefined ? left : null }
        : null,
    )
  }

  const moved = useRef(false)
  const inside = useRef(false)
  useEffect(() => {
    // Whoever moves lands on the heading; whoever just came in is left where they are.
    if (moved.current) {
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    moved.current = false
    // The element with the focus may have gone with the step.
    if (inside.current && document.activeElement === document.body) heading.current?.focus()
  }, [where, seen, heading])

  return {
    where,
    changed,
    go: (to: Where) => {
      moved.current = to !== where
      setChanged(null)
      setWhere(to)
    },
    /** For what holds the step: knows whether the keyboard is in it. */
    watch: {
      onFocus: () => {
        inside.current = true
      },
      onBlur: ({ relatedTarget, currentTarget }: React.FocusEvent) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) inside.current = false
      },
    },
  }
}
