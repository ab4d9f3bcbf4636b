import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { textLimits } from '../../server/contract/limits.ts'
import { putReviewText, type Review } from '../../server/contract/review.ts'
import { Failed, Quiet } from '../components/basics.tsx'
import { TextField } from '../components/TextField.tsx'
import { useAutosave } from '../components/useAutosave.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { privacyTexts } from '../lib/privacy-texts.ts'
import type { Change } from './useReview.ts'
import { reviewTexts } from './texts.ts'

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalS } })

/** My own text for the pack, if any; it outlives a failed call and a reload. */
export function OwnWords({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { api } = useAppContext()
  const words = useTexts(reviewTexts)
  const privacy = useTexts(privacyTexts)
  const styles = useStyles()
  /** The revision that the next text is typed over: what was sent counts before it is on the screen. */
  const over = useRef(review.textRevision)
  useEffect(() => {
    over.current = review.textRevision
  }, [review.textRevision])
  const {
    value,
    state,
    change: type,
  } = useAutosave<{ text: string }>({
    key: `review-words ${review.id}`,
    saved: { text: review.pack.texts[review.pair.myRole] },
    isWhole: () => true,
    send: async ({ text }) => {
      const { textRevision } = await change((params) =>
        api(putReviewText, { params, body: { text, revision: over.current } }),
      )
      over.current = textRevision
    },
  })
  return (
    <div className={styles.root}>
      <TextField
        label={words.text}
        hint={words.textHint(other)}
        value={value.text}
        maxLength={textLimits.review}
        rows={4}
        onChange={(text) => type({ text })}
      />
      <Quiet>{privacy.special}</Quiet>
      {state === 'offline' && <Text role="status">{words.offline}</Text>}
      {typeof state === 'object' && <Failed>{state.failed}</Failed>}
    </div>
  )
}
