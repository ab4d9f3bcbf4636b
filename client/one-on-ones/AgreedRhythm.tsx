import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { intervals, putRhythm, type Agreement } from '../../server/contract/planning.ts'
import { Quiet } from '../components/basics.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { Saving } from '../components/Saving.tsx'
import { momentInWords } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { commonTexts } from '../lib/texts.ts'
import { rhythmTexts } from './rhythm-texts.ts'
import { useSaving } from '../components/useSaving.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '320px' },
})

/** The agreed rhythm, who chose it, and choosing another. A choice that was not saved stays. */
export function AgreedRhythm(props: { pair: Pair; agreed: Agreement; onChanged: () => void }) {
  const { api, language } = useAppContext()
  const words = useTexts(rhythmTexts)
  const { everyWeeks } = useTexts(commonTexts)
  const styles = useStyles()
  const { pair, agreed } = props
  const other = otherOf(pair).name
  const [draft, setDraft] = useState<Agreement['everyWeeks'] | undefined>(undefined)
  const { state, setState, save: send } = useSaving()
  const shown = draft === undefined ? agreed.everyWeeks : draft

  const change = (value: string) => {
    setDraft(intervals.find((weeks) => String(weeks) === value) ?? null)
    setState('unsaved')
  }
  const save = async () => {
    const { revision } = agreed
    await send(() => api(putRhythm, { params: { pairId: pair.id }, body: { everyWeeks: shown, revision } }))
    // Also after a refusal: the other may have chosen meanwhile, and saving again goes over that.
    props.onChanged()
  }
  const { by, at } = agreed
  return (
    <div className={styles.root}>
      <SelectField
        label={words.agreed(other)}
        value={String(shown ?? '')}
        options={[
          ['', words.notAgreed],
          ...intervals.map((weeks) => [String(weeks), everyWeeks(weeks)] as const),
        ]}
        onChange={change}
      />
      {by && at && (
        <Quiet>
          {words.agreedBy(
            by === pair.myRole ? words.me : pair[by].name,
            momentInWords(at, language, undefined),
          )}
        </Quiet>
      )}
      {state !== 'untouched' && <Saving state={state} name={words.agree} onSave={() => void save()} />}
    </div>
  )
}
