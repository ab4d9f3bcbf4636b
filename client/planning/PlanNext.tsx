import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Group } from '../components/Group.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { inWords } from '../lib/api.ts'
import type { PlanNextProps } from '../lib/surroundings.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { planning as texts } from '../lib/texts/planning.ts'
import { ChooseTime } from './ChooseTime.tsx'
import { usePlanning, type Planning } from './usePlanning.ts'
import { whenInWords } from './when-words.ts'

const useStyles = makeStyles({
  open: { alignSelf: 'flex-start', justifySelf: 'start' },
  title: { outlineStyle: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Plans the next talk of a pair: a button, then the times to choose from, then when it will be. */
export function PlanNext({ pairId, otherName, onPlanned }: PlanNextProps) {
  const { language } = useSurroundings()
  const words = texts[language]
  const styles = useStyles()
  const steps = usePlanning(pairId, onPlanned)
  const { planning, look, close } = steps
  const title = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Planning['state']>('closed')
  // What was pressed is gone: who works with the keyboard goes on where something came in its place.
  useEffect(() => {
    if (before.current === planning.state) return
    if (planning.state === 'closed') button.current?.focus()
    else if (planning.state === 'planned' || before.current === 'closed') title.current?.focus()
    before.current = planning.state
  }, [planning.state])

  if (planning.state === 'closed') {
    return (
      <Button
        ref={button}
        className={styles.open}
        aria-label={words.opens(otherName)}
        onClick={() => void look()}
      >
        {words.open}
      </Button>
    )
  }
  return (
    <Group name={words.opens(otherName)}>
      <Text ref={title} tabIndex={-1} weight="semibold" className={styles.title}>
        {words.opens(otherName)}
      </Text>
      {planning.state === 'looking' && <Waiting words={words.looking} lines={[80, 65]} />}
      {planning.state === 'failed' && (
        <>
          <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
            {inWords(planning.failure)}
          </Text>
          <div className={styles.buttons}>
            <Button onClick={() => void look()}>{words.again}</Button>
            <Button onClick={close}>{words.cancel}</Button>
          </div>
        </>
      )}
      {planning.state === 'choosing' && (
        <ChooseTime {...steps} found={planning.found} otherName={otherName} />
      )}
      {planning.state === 'planned' && (
        <Text role="status">
          {words.planned(whenInWords(planning.talk, language, { mine: undefined, theirs: null }).when)}{' '}
          {words.invited(otherName)}
        </Text>
      )}
    </Group>
  )
}
