import { Suspense } from 'react'
import { fieldText, liveItems, type ItemKind, type TextField } from '../../../server/contract/live-fields.ts'
import { LiveText } from '../parts-of-steps.ts'
import type { Item } from './useItem.ts'

/** A text of a follow-up or a commitment, in which both type. */
export function LiveField<Kind extends ItemKind>(props: {
  item: Item<Kind>
  field: TextField<Kind>
  label: string
  /** The placeholder; as long as it is the label, no other is shown. */
  hint?: string
  autoFocus?: boolean
}) {
  const { item, field, ...text } = props
  const { session, kind, id, readOnly } = item
  const limits = liveItems[kind].texts as Record<TextField<Kind>, number>
  return (
    <Suspense>
      <LiveText
        {...text}
        session={session}
        name={fieldText(kind, id, field)}
        limit={limits[field]}
        readOnly={readOnly}
        isField
      />
    </Suspense>
  )
}
