import { Button, Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components'
import { lengths, type Proposals } from '../../server/contract/planning.ts'
import { SelectField } from '../components/SelectField.tsx'
import { inWords } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { planning as texts } from '../lib/texts/planning.ts'
import type { usePlanning } from './usePlanning.ts'
import { whenInWords } from './when-words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  others: { alignSelf: 'flex-start', justifySelf: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The times that were found, once or repeating, and sending the invite; or why there are none. */
export function ChooseTime(props: ReturnType<typeof usePlanning> & { found: Proposals; otherName: string }) {
  const { language } = useSurroundings()
  const words = texts[language]
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
      {refused && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {first ? words.otherPlanned(otherName) : inWords(refused)}
        </Text>
      )}
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
              <Radio value="repeating" label={words.everyWeeks(found.everyWeeks)} />
            </RadioGroup>
          </Field>
        </>
      )}
      <Text size={200} className={styles.quiet}>
        {found.otherRead ? words.freeBusy : words.otherNotRead(otherName)}
      </Text>
      <div className={styles.buttons}>
        {found.reason ? (
          <Button onClick={() => void props.look()}>{words.again}</Button>
        ) : (
          <Button appearance="primary" disabledFocusable={busy || !time} onClick={send}>
            {busy ? words.inviting : words.invite}
          </Button>
        )}
        <Button onClick={props.close}>{words.cancel}</Button>
      </div>
    </>
  )
}
