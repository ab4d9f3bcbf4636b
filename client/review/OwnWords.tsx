import { Field, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { longestText, type Review } from '../../server/contract/review.ts'
import { Saving, type SaveState } from '../components/Saving.tsx'
import { SpecialData } from '../components/SpecialData.tsx'
import { forget, keep, recall } from '../lib/kept.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review as texts } from '../lib/texts/review.ts'
import type { Change } from './useReview.ts'

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalS } })

/** What I write for the pack, if anything; what is typed outlives a failed call and a reload. */
export function OwnWords({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { language } = useSurroundings()
  const words = texts[language]
  const styles = useStyles()
  const key = `review-words ${review.id}`
  const [draft, setDraft] = useState(() => recall(key))
  const [state, setState] = useState<SaveState>(draft === null ? 'untouched' : 'unsaved')
  const text = draft ?? review.pack.texts[review.pair.myRole]
  const type = (value: string) => {
    setDraft(value)
    keep(key, value)
    setState('unsaved')
  }
  const save = async () => {
    setState('saving')
    const failed = await change('text', { text, revision: review.textRevision })
    if (failed) return setState({ failed })
    // What was typed while it was on its way stands.
    if (recall(key) !== draft) return setState('unsaved')
    forget(key)
    setDraft(null)
    setState('saved')
  }
  return (
    <div className={styles.root}>
      <Field label={words.text} hint={words.textHint(other)}>
        <Textarea
          value={text}
          maxLength={longestText}
          resize="vertical"
          rows={4}
          onChange={(_e, { value }) => type(value)}
        />
      </Field>
      <SpecialData />
      <Saving state={state} name={words.saveText} onSave={() => void save()} />
    </div>
  )
}
