import { Button, Text } from '@fluentui/react-components'
import { putReviewReady, type Review } from '../../server/contract/review.ts'
import { Failed, Part } from '../components/basics.tsx'
import { useAction } from '../lib/useAction.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { dayOfInstant } from './days.ts'
import type { Change } from './useReview.ts'
import { reviewTexts } from './texts.ts'

/** Being done with the pack as it reads now, and taking that back; the same button, so that focus stays. */
export function Done({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { api, language } = useAppContext()
  const words = useTexts(reviewTexts).ready
  const { refused, run } = useAction()
  const { ready, frozenAt, fingerprint, pack } = review
  const empty = pack.items.length === 0 && !pack.texts.coach && !pack.texts.employee
  const say = () =>
    run(() =>
      change((params) =>
        api(putReviewReady, {
          params,
          body: ready.mine ? { ready: false } : { ready: true, fingerprint },
        }),
      ),
    )
  const status = frozenAt
    ? words.frozen(dayOfInstant(frozenAt, language, undefined))
    : [
        ...(ready.mine ? [words.mine(other)] : []),
        ...(ready.theirs ? [words.theirs(other)] : []),
        ...(empty ? [words.empty] : []),
      ].join(' ')
  return (
    <Part title={words.title} isNarrow>
      <Text>{words.hint}</Text>
      <Text role="status">{status}</Text>
      {!empty && (
        <Button appearance={ready.mine ? 'secondary' : 'primary'} onClick={() => void say()}>
          {frozenAt ? words.reopen : ready.mine ? words.notYet : words.say}
        </Button>
      )}
      <Failed size={200}>{refused ?? ''}</Failed>
    </Part>
  )
}
