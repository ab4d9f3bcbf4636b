import { Text, tokens } from '@fluentui/react-components'

export type Outcome = { wrong: false } | { wrong: true; text: string }

/** What became of what an admin saved. */
export function Told({ outcome, saved }: { outcome: Outcome | null; saved: string }) {
  if (!outcome) return null
  return outcome.wrong ? (
    <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
      {outcome.text}
    </Text>
  ) : (
    <Text role="status">{saved}</Text>
  )
}
