import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import {
  optionalParts,
  type OptionalPart,
  type TenantSettings,
} from '../../server/contract/tenant-settings.ts'
import { Heading, List } from '../components/basics.tsx'
import { useSaving } from '../components/useSaving.ts'
import { useTexts } from '../lib/app-context.tsx'
import { Told } from './Told.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'
import { onAndOffTexts } from './texts.ts'

const useStyles = makeStyles({
  hint: { display: 'block', paddingLeft: '36px', color: tokens.colorNeutralForeground2 },
})

/** The parts that the organisation can switch off: everything is on until then. */
export function OnAndOff({ settings, change }: { settings: TenantSettings; change: ChangeSettings }) {
  const words = useTexts(onAndOffTexts)
  const styles = useStyles()
  /** Changes that are not saved. */
  const [changed, setChanged] = useState<Partial<Record<OptionalPart, boolean>>>({})
  const { state, setState, save: send } = useSaving()
  const save = () =>
    send(async () => {
      // Only what was touched: another admin may have changed the rest meanwhile.
      if (Object.keys(changed).length > 0) await change(changed)
      setChanged({})
    })
  return (
    <>
      <Heading as="h3" size={300}>
        {words.title}
      </Heading>
      <Text>{words.intro}</Text>
      <List gap={tokens.spacingVerticalS}>
        {optionalParts.map((part) => (
          <li key={part}>
            <Checkbox
              label={words.parts[part]}
              checked={changed[part] ?? settings[part]}
              aria-describedby={`off-${part}`}
              onChange={(_e, { checked }) => {
                setChanged({ ...changed, [part]: checked === true })
                setState('untouched')
              }}
            />
            <Text id={`off-${part}`} size={200} className={styles.hint}>
              {words.hints[part]}
            </Text>
          </li>
        ))}
      </List>
      <Text size={200}>{words.insights}</Text>
      <Told state={state} saved={words.saved} />
      <Button style={{ justifySelf: 'start' }} onClick={() => void save()}>
        {words.save}
      </Button>
    </>
  )
}
