import { Switch, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  optionalParts,
  type OptionalPart,
  type TenantSettings,
} from '../../server/contract/tenant-settings.ts'
import { Failed, List, Quiet } from '../components/basics.tsx'
import { Surface } from '../components/Surface.tsx'
import { useAtOnce } from '../components/useAtOnce.ts'
import { useTexts } from '../lib/app-context.tsx'
import type { ChangeSettings } from './useTenantSettings.ts'
import { onAndOffTexts } from './texts.ts'

const useStyles = makeStyles({ hint: { paddingLeft: '48px', marginTop: `-${tokens.spacingVerticalXS}` } })

/** The parts that the organisation can switch off: everything is on until then. */
export function OnAndOff({ settings, change }: { settings: TenantSettings; change: ChangeSettings }) {
  const words = useTexts(onAndOffTexts)
  const styles = useStyles()
  const { reminders, ratings, summaries } = settings
  const saved: Record<OptionalPart, boolean> = { reminders, ratings, summaries }
  const { value, failed, choose } = useAtOnce<boolean>(saved, (part, isOn) => change({ [part]: isOn }))
  return (
    <Surface title={words.title}>
      <Text>{words.intro}</Text>
      <List gap={tokens.spacingVerticalXS}>
        {optionalParts.map((part) => (
          <li key={part}>
            <Switch
              label={words.parts[part]}
              checked={value[part] ?? true}
              aria-describedby={`off-${part}`}
              onChange={(_e, { checked }) => void choose(part, checked)}
            />
            <Quiet id={`off-${part}`} className={styles.hint}>
              {words.hints[part]}
            </Quiet>
          </li>
        ))}
      </List>
      {failed && <Failed>{failed}</Failed>}
      <Quiet>{words.insights}</Quiet>
    </Surface>
  )
}
