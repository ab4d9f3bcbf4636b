import { makeStyles } from '@fluentui/react-components'
import { outcomes } from './said.ts'
import type { Choice } from '../../../server/contract/live-fields.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { Choices } from '../../components/Choices.tsx'
import { Unseen } from '../../components/Unseen.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { Chose } from '../live/Chose.tsx'
import type { LiveChoice } from '../live/useItem.ts'
import { followUpTexts } from './texts.ts'

const useStyles = makeStyles({
  // A longer word takes the room of a shorter one before it takes a second line.
  row: { display: 'flex', flexWrap: 'wrap', '& label': { flex: '1 1 auto', padding: '0 6px' } },
})

/** How a commitment stands: nothing, until somebody says so. */
export function Outcome(props: { choice: LiveChoice; shown: Choice | null; pair: Pair; readOnly: boolean }) {
  const words = useTexts(followUpTexts)
  const styles = useStyles()
  const { choice, shown, pair, readOnly } = props
  const named = (value: string) => words[outcomes.find((one) => one === value) ?? 'none']
  return (
    <>
      <Choices
        label={<Unseen>{words.outcome}</Unseen>}
        options={outcomes.map((status) => ({ value: status, label: words[status] }))}
        value={shown?.value ?? null}
        row={styles.row}
        disabled={readOnly}
        onChange={choice.choose}
      />
      <Chose choice={{ ...choice, chosen: shown }} pair={pair} named={named} />
    </>
  )
}
