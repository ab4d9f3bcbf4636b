import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { textLimits } from '../../../server/contract/limits.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import { postTopic } from '../../../server/contract/preparation.ts'
import { commitmentPartTexts } from '../../../server/contract/shared-texts.ts'
import { Quiet, Status } from '../../components/basics.tsx'
import { DueField } from '../../components/DueField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useAction } from '../../lib/useAction.ts'
import { openTexts } from './texts.ts'
import { topicOf } from './topic.ts'
import type { OfPair, useAnswers } from './useAnswers.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `0 0 ${tokens.spacingVerticalM} 36px`,
    justifyItems: 'start',
  },
  wide: { width: '100%' },
})

/** The rest of a commitment; its owner says how it goes or chooses another day, the other takes it along. */
export function Details(props: {
  one: OfPair
  now: string
  answers: ReturnType<typeof useAnswers>
  isMine: boolean
}) {
  const { language } = useAppContext()
  const words = useTexts(openTexts)
  const parts = useTexts(commitmentPartTexts)
  const styles = useStyles()
  const { one, now, answers, isMine } = props
  const { commitment } = one
  const isOpen = commitment.status === 'open'
  return (
    <div className={styles.root}>
      <Quiet>{isolated(otherOf(one.pair).name)}</Quiet>
      {(['firstStep', 'criterion', 'ifThen'] as const).map(
        (part) =>
          commitment[part] && (
            <Text key={part} size={200}>{`${parts[part]}: ${isolated(commitment[part])}`}</Text>
          ),
      )}
      {commitment.progress.map(({ text, at }) => (
        <Text key={at} size={200}>
          {`${words.meanwhile(dayOfInstantInWords(at, language, undefined))}: ${isolated(text)}`}
        </Text>
      ))}
      {isMine && isOpen && (
        <>
          <Progress onAdd={(text) => answers.answer(one, { progress: text })} />
          <div className={styles.wide}>
            <DueField
              due={commitment.due}
              now={now}
              readOnly={answers.busy}
              onChoose={(day) => day && void answers.answer(one, { due: day })}
            />
          </div>
        </>
      )}
      {!isMine && isOpen && <TakeAlong one={one} />}
    </div>
  )
}

function Progress({ onAdd }: { onAdd: (text: string) => Promise<boolean> }) {
  const words = useTexts(openTexts)
  const styles = useStyles()
  const [text, setText] = useState('')
  const add = async () => {
    if (await onAdd(text.trim())) setText('')
  }
  return (
    <>
      <div className={styles.wide}>
        <TextField label={words.how} rows={1} maxLength={textLimits.short} value={text} onChange={setText} />
      </div>
      <Button size="small" disabledFocusable={!text.trim()} onClick={() => void (text.trim() && add())}>
        {words.add}
      </Button>
    </>
  )
}

function TakeAlong({ one: { pair, commitment } }: { one: OfPair }) {
  const { api, language } = useAppContext()
  const words = useTexts(openTexts)
  const [taken, setTaken] = useState<string | null>(null)
  const { busy, refused, run } = useAction()
  const take = () =>
    run(async () => {
      const body = { text: topicOf(commitment.what) }
      const { start, shared } = await api(postTopic, { params: { pairId: pair.id }, body })
      const day = dayOfInstantInWords(start, language, undefined)
      setTaken(shared ? words.takenShared(day, firstName(otherOf(pair).name)) : words.taken(day))
    })
  return (
    <>
      {taken === null && (
        <Button size="small" disabledFocusable={busy} onClick={() => void take()}>
          {words.take}
        </Button>
      )}
      <Status>{taken ?? refused ?? ''}</Status>
    </>
  )
}
