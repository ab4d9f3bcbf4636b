import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Review } from '../../server/contract/review.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review as texts } from '../lib/texts/review.ts'
import { dayOfInstant } from './days.ts'
import type { Change } from './useReview.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { margin: 0 },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

/** Being done with the pack as it reads now, and taking that back; the same button, so that focus stays. */
export function Done({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { language } = useSurroundings()
  const words = texts[language].ready
  const styles = useStyles()
  const [failed, setFailed] = useState<string | null>(null)
  const { ready, frozenAt, fingerprint, pack } = review
  const empty = pack.items.length === 0 && !pack.texts.coach && !pack.texts.employee
  const say = async () =>
    setFailed(await change('ready', ready.mine ? { ready: false } : { ready: true, fingerprint }))
  const status = frozenAt
    ? words.frozen(dayOfInstant(frozenAt, language, undefined))
    : [
        ...(ready.mine ? [words.mine(other)] : []),
        ...(ready.theirs ? [words.theirs(other)] : []),
        ...(empty ? [words.empty] : []),
      ].join(' ')
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <Text>{words.hint}</Text>
      <Text role="status">{status}</Text>
      {!empty && (
        <Button appearance={ready.mine ? 'secondary' : 'primary'} onClick={() => void say()}>
          {frozenAt ? words.reopen : ready.mine ? words.notYet : words.say}
        </Button>
      )}
      <Text role="alert" size={200} className={styles.failed}>
        {failed ?? ''}
      </Text>
    </section>
  )
}
