import { Button, Field, Radio, RadioGroup, Text, makeStyles } from '@fluentui/react-components'
import { lengths, type Proposals } from '../../server/contract/planning.ts'
import { Failed, Quiet, Row } from '../components/basics.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { inWords } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import type { usePlanning } from './usePlanning.ts'
import { whenInWords } from './when-words.ts'
import { commonTexts } from '../lib/texts.ts'
import { planningTexts } from './texts.ts'

const useStyles = makeStyles({ others: { alignSelf: 'flex-start', justifySelf: 'start' } })

/** The times that were found, once or repeating, and sending the invite; or why there are none. */
export function ChooseTime(props: ReturnType<typeof usePlanning> & { found: Proposals; otherName: string }) {
  const { language } = useAppContext()
  const words = useTexts(planningTexts)
  const { everyWeeks } = useTexts(commonTexts)
  const styles = useStyles()
  const { found, otherName, chosen, repeating, busy, refused } = props
  // Found best first; read in order of time.
  const times = [...found.proposals].sort((a, b) => a.start.localeCompare(b.start))
  const time = times.find(({ start }) => start === chosen)
  const send = () => {
    if (time) void props.plan(time, repeating ? found.everyWeeks : null, found.revision)
  }
  const label = (one: (typeof times)[number]) => {
    const { when, theirs } = whenInWords(one, language, { mine: undefined, theirs: found.zones.theirs })
    return (
      <>
        {when}
        {theirs && (
          <Text block size={200}>
            {words.theirTime(theirs, otherName)}
          </Text>
        )}
      </>
    )
  }
  const first = refused?.slug === 'changed-meanwhile'
  return (
    <>
      {refused && <Failed>{first ? words.otherPlanned(otherName) : inWords(refused)}</Failed>}
      <SelectField
        label={words.length}
        value={String(found.minutes)}
        options={[...new Set([...lengths, found.minutes])]
          .sort((a, b) => a - b)
          .map((one) => [String(one), words.minutes(one)] as const)}
        onChange={(one) => void props.last(Number(one))}
      />
      {found.reason ? (
        <Text role="status">{words.none[found.reason]}</Text>
      ) : (
        <>
          <Field label={words.when}>
            <RadioGroup value={chosen ?? ''} onChange={(_e, { value }) => props.choose(value)}>
              {times.map((one) => (
                <Radio key={one.start} value={one.start} label={label(one)} />
              ))}
            </RadioGroup>
          </Field>
          {(found.more || props.skipped > 0) && (
            <Button
              className={styles.others}
              disabledFocusable={busy}
              onClick={() => void (found.more ? props.others() : props.firstTimes())}
            >
              {found.more ? words.others : words.firstTimes}
            </Button>
          )}
          <Field label={words.often}>
            <RadioGroup
              value={repeating ? 'repeating' : 'once'}
              onChange={(_e, { value }) => props.repeat(value === 'repeating')}
            >
              <Radio value="once" label={words.once} />
              <Radio value="repeating" label={everyWeeks(found.everyWeeks)} />
            </RadioGroup>
          </Field>
        </>
      )}
      <Quiet>{found.otherRead ? words.freeBusy : words.otherNotRead(otherName)}</Quiet>
      <Row>
        {found.reason ? (
          <Button onClick={() => void props.look()}>{words.again}</Button>
        ) : (
          <Button appearance="primary" disabledFocusable={busy || !time} onClick={send}>
            {busy ? words.inviting : words.invite}
          </Button>
        )}
        <Button onClick={props.close}>{words.cancel}</Button>
      </Row>
    </>
  )
}
