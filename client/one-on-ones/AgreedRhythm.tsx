import { Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { intervals, type Agreement } from '../../server/contract/planning.ts'
import { Saving, type SaveState } from '../components/Saving.tsx'
import { sentenceOf } from '../lib/api.ts'
import { momentInWords } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { planning } from '../lib/texts/planning.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '320px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What the two agreed on, who chose it, and choosing otherwise. A choice that was not saved stays. */
export function AgreedRhythm(props: { pair: Pair; agreed: Agreement; onChanged: () => void }) {
  const { api, language, texts } = useSurroundings()
  const words = planning[language]
  const styles = useStyles()
  const { pair, agreed } = props
  const other = otherOf(pair).name
  const [draft, setDraft] = useState<Agreement['everyWeeks'] | undefined>(undefined)
  const [state, setState] = useState<SaveState>('untouched')
  const shown = draft === undefined ? agreed.everyWeeks : draft

  const change = (value: string) => {
    setDraft(intervals.find((weeks) => String(weeks) === value) ?? null)
    setState('unsaved')
  }
  const save = async () => {
    setState('saving')
    try {
      const { revision } = agreed
      await api('PUT', `/api/pairs/${pair.id}/rhythm`, { everyWeeks: shown, revision })
      setState('saved')
    } catch (error) {
      setState({ failed: sentenceOf(error, texts) })
    }
    // Also after a refusal: the other may have chosen meanwhile, and saving again goes over that.
    props.onChanged()
  }
  const { by, at } = agreed
  return (
    <div className={styles.root}>
      <Field label={words.agreed(other)}>
        <Select value={String(shown ?? '')} onChange={(_e, { value }) => change(value)}>
          <option value="">{words.notAgreed}</option>
          {intervals.map((weeks) => (
            <option key={weeks} value={weeks}>
              {words.everyWeeks(weeks)}
            </option>
          ))}
        </Select>
      </Field>
      {by && at && (
        <Text size={200} className={styles.quiet}>
          {words.agreedBy(
            by === pair.myRole ? words.me : pair[by].name,
            momentInWords(at, language, undefined),
          )}
        </Text>
      )}
      {state !== 'untouched' && <Saving state={state} name={words.agree} onSave={() => void save()} />}
    </div>
  )
}
