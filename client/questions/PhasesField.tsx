import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { phases, type Phase } from '../../server/contract/phase.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { questions } from '../lib/texts/questions.ts'

const useStyles = makeStyles({
  root: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  all: { display: 'flex', flexWrap: 'wrap' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
})

/** The parts of a talk that a question fits: one at least. */
export function PhasesField(props: { value: Phase[]; missing: boolean; onChange: (value: Phase[]) => void }) {
  const { language } = useSurroundings()
  const words = questions[language]
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
        <Text id={wrong} role="alert" size={200} className={styles.wrong}>
          {words.own.noPhase}
        </Text>
      )}
    </fieldset>
  )
}
