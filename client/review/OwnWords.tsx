import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { putReviewText, type Review } from '../../server/contract/review.ts'
import { Saving } from '../components/Saving.tsx'
import { SpecialData } from '../components/SpecialData.tsx'
import { useSaving } from '../components/useSaving.ts'
import { TextField } from '../components/TextField.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import type { Change } from './useReview.ts'
import { reviewTexts } from './texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalS } })

/** My own text for the pack, if any; it outlives a failed call and a reload. */
export function OwnWords({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { api, kept } = useAppContext()
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  const key = `review-words ${review.id}`
  const [draft, setDraft] = useState(() => kept.recall(key))
  const { state, setState, save: send } = useSaving(draft === null ? 'untouched' : 'unsaved')
  const text = draft ?? review.pack.texts[review.pair.myRole]
  const type = (value: string) => {
    setDraft(value)
    kept.keep(key, value)
    setState('unsaved')
  }
  const save = async () => {
    const body = { text, revision: review.textRevision }
    if (!(await send(() => change((params) => api(putReviewText, { params, body }))))) return
    // Text typed during the call stays.
    if (kept.recall(key) !== draft) return setState('unsaved')
    kept.forget(key)
    setDraft(null)
  }
  return (
    <div className={styles.root}>
      <TextField
        label={words.text}
        hint={words.textHint(other)}
        value={text}
        maxLength={textLimits.review}
        rows={4}
        onChange={type}
      />
      <SpecialData />
      <Saving state={state} name={words.saveText} onSave={() => void save()} />
    </div>
  )
}
