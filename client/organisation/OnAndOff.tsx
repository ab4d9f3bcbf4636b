import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import {
  optionalParts,
  type OptionalPart,
  type TenantSettings,
} from '../../server/contract/tenant-settings.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { onAndOff } from '../lib/texts/on-and-off.ts'
import { Told, type Outcome } from './Told.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  hint: { display: 'block', paddingLeft: '36px', color: tokens.colorNeutralForeground2 },
})

/** What the organisation does without: everything is on until it is switched off. */
export function OnAndOff({ settings, change }: { settings: TenantSettings; change: ChangeSettings }) {
  const { language } = useSurroundings()
  const words = onAndOff[language]
  const styles = useStyles()
  /** What was ticked or unticked and is not saved. */
  const [changed, setChanged] = useState<Partial<Record<OptionalPart, boolean>>>({})
  const [told, setTold] = useState<Outcome | null>(null)
  const save = async () => {
    // Only what was touched: another admin may have changed the rest meanwhile.
    const outcome = Object.keys(changed).length > 0 ? await change(changed) : ({ wrong: false } as const)
    setTold(outcome)
    if (!outcome.wrong) setChanged({})
  }
  return (
    <>
      <Text as="h3" size={300} weight="semibold" style={{ margin: 0 }}>
        {words.title}
      </Text>
      <Text>{words.intro}</Text>
      <ul className={styles.list}>
        {optionalParts.map((part) => (
          <li key={part}>
            <Checkbox
              label={words.parts[part]}
              checked={changed[part] ?? settings[part]}
              aria-describedby={`off-${part}`}
              onChange={(_e, { checked }) => {
                setChanged({ ...changed, [part]: checked === true })
                setTold(null)
              }}
            />
            <Text id={`off-${part}`} size={200} className={styles.hint}>
              {words.hints[part]}
            </Text>
          </li>
        ))}
      </ul>
      <Text size={200}>{words.insights}</Text>
      <Told outcome={told} saved={words.saved} />
      <Button style={{ justifySelf: 'start' }} onClick={() => void save()}>
        {words.save}
      </Button>
    </>
  )
}
