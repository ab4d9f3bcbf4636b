import { Checkbox, Text, makeStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { phases, type Phase } from '../../server/contract/phase.ts'
import { Failed } from '../components/basics.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { questionTexts } from './texts.ts'

const useStyles = makeStyles({
  root: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  all: { display: 'flex', flexWrap: 'wrap' },
})

/** The parts of a conversation that a question fits: one at least. */
export function PhasesField(props: { value: Phase[]; missing: boolean; onChange: (value: Phase[]) => void }) {
  const words = useTexts(questionTexts)
  const styles = useStyles()
  const { value, missing, onChange } = props
  const wrong = useId()
  return (
    <fieldset className={styles.root} {...(missing ? { 'aria-describedby': wrong } : {})}>
      <legend>
        <Text>{words.own.phases}</Text>
      </legend>
      <div className={styles.all}>
        {phases.map((one) => (
          <Checkbox
            key={one}
            label={words.phases[one]}
            checked={value.includes(one)}
            onChange={(_e, { checked }) =>
              onChange(phases.filter((each) => (each === one ? checked === true : value.includes(each))))
            }
          />
        ))}
      </div>
      {missing && (
        <Failed id={wrong} size={200}>
          {words.own.noPhase}
        </Failed>
      )}
    </fieldset>
  )
}
