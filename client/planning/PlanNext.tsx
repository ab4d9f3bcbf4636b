import { Button, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import { Failed, Row } from '../components/basics.tsx'
import { Group } from '../components/Group.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { inWords } from '../lib/api.ts'
import type { PlanNextProps } from '../lib/app-context.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { ChooseTime } from './ChooseTime.tsx'
import { usePlanning, type Planning } from './usePlanning.ts'
import { whenInWords } from './when-words.ts'
import { planningTexts } from './texts.ts'

const useStyles = makeStyles({
  open: { alignSelf: 'flex-start', justifySelf: 'start' },
  title: { outlineStyle: 'none' },
})

/** Plans the next conversation of a pair: a button, then the times to choose from, then when it will be. */
export function PlanNext({ pairId, otherName, onPlanned, View }: PlanNextProps) {
  const { language } = useAppContext()
  const words = useTexts(planningTexts)
  const styles = useStyles()
  const steps = usePlanning(pairId, onPlanned)
  const { planning, look, close } = steps
  const title = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Planning['state']>('closed')
  // The pressed button is gone: the keyboard's focus goes to what came in its place.
  useEffect(() => {
    if (before.current === planning.state) return
    if (planning.state === 'closed') button.current?.focus()
    else if (planning.state === 'planned' || before.current === 'closed') title.current?.focus()
    before.current = planning.state
  }, [planning.state])

  const start = (
    <Button
      ref={button}
      className={styles.open}
      aria-label={words.opens(otherName)}
      onClick={() => void look()}
    >
      {words.open}
    </Button>
  )
  if (planning.state === 'closed') return start
  const choosing = (
    <>
      {planning.state === 'looking' && <Waiting words={words.looking} lines={[80, 65]} />}
      {planning.state === 'failed' && (
        <>
          <Failed>{inWords(planning.failure)}</Failed>
          <Row>
            <Button onClick={() => void look()}>{words.again}</Button>
            <Button onClick={close}>{words.cancel}</Button>
          </Row>
        </>
      )}
      {planning.state === 'choosing' && (
        <ChooseTime {...steps} found={planning.found} otherName={otherName} />
      )}
    </>
  )
  const planned = planning.state === 'planned' && (
    <Text role="status">
      {words.planned(whenInWords(planning.conversation, language, { mine: undefined, theirs: null }).when)}{' '}
      {words.invited(otherName)}
    </Text>
  )
  const inPlace = (content: ReactNode) => (
    <Group name={words.opens(otherName)}>
      <Text ref={title} tabIndex={-1} weight="semibold" className={styles.title}>
        {words.opens(otherName)}
      </Text>
      {content}
    </Group>
  )
  if (!View || planned) return inPlace(planned || choosing)
  return (
    <>
      {start}
      <View title={words.open} onBack={close}>
        {choosing}
      </View>
    </>
  )
}
