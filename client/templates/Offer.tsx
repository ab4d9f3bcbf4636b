import { Switch, makeStyles, tokens } from '@fluentui/react-components'
import { getTemplates, putTemplateSettings, type TemplateSettings } from '../../server/contract/template.ts'
import { Failed, List, Quiet } from '../components/basics.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { Surface } from '../components/Surface.tsx'
import { TwoColumns } from '../components/TwoColumns.tsx'
import { useAtOnce } from '../components/useAtOnce.ts'
import { CallFailed } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useInTurn } from '../lib/useInTurn.ts'
import { templateTexts } from './texts.ts'
import type { Templates } from './useTemplates.ts'

/** A choice is put so many times over what another admin chose just before. */
const attempts = 5

const useStyles = makeStyles({ list: { '& li': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } } })

/** The templates that are offered, and the one that a new conversation begins with. */
export function Offer({ templates }: { templates: Templates }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const styles = useStyles()
  const change = useSettingsChange(templates)
  const { standard = '', off = [] } = templates.set?.settings ?? {}
  const all = templates.set?.entries.flatMap(({ template }) => template ?? []) ?? []
  const first = useAtOnce<string>({ standard }, (_name, id) => change((now) => ({ ...now, standard: id })))
  const offered = useAtOnce<boolean>(
    Object.fromEntries(all.map(({ id }) => [id, !off.includes(id)])),
    (id, isOn) =>
      change((now) => ({ ...now, off: [...now.off.filter((one) => one !== id), ...(isOn ? [] : [id])] })),
  )
  const chosen = first.value['standard']
  return (
    <TwoColumns>
      <Surface title={words.offer.title}>
        <List gap="0" className={styles.list}>
          {all.map(({ id, title }) => (
            <li key={id}>
              <Switch
                label={title[language]}
                checked={offered.value[id] ?? true}
                disabled={id === chosen}
                onChange={(_e, { checked }) => void offered.choose(id, checked)}
              />
            </li>
          ))}
        </List>
        {offered.failed && <Failed>{offered.failed}</Failed>}
      </Surface>
      <Surface title={words.offer.first}>
        <SelectField
          label={words.offer.standard}
          value={chosen ?? standard}
          options={all
            .filter(({ id }) => offered.value[id] ?? true)
            .map(({ id, title }) => [id, title[language]])}
          onChange={(id) => void first.choose('standard', id)}
        />
        {first.failed && <Failed>{first.failed}</Failed>}
        <Quiet>{words.offer.hint}</Quiet>
      </Surface>
    </TwoColumns>
  )
}

type Settings = Pick<TemplateSettings, 'standard' | 'off'>

/**
 * Changes one thing of the settings and leaves the rest as another admin has it by then.
 * @throws CallFailed
 */
function useSettingsChange(templates: Templates) {
  const { api } = useAppContext()
  const inTurn = useInTurn()
  const { change: set } = templates
  const written = async (how: (now: Settings) => Settings, left: number): Promise<void> => {
    const { settings, ...rest } = await api(getTemplates, { query: { scope: 'organisation' } })
    const { revision } = settings
    try {
      const saved = await api(putTemplateSettings, { body: { ...how(settings), revision } })
      const entries = rest.entries.map((one) => ({
        ...one,
        on: !saved.off.includes(one.template?.id ?? ''),
      }))
      set(() => ({ ...rest, entries, settings: saved }))
    } catch (error) {
      const isBehind = error instanceof CallFailed && error.failure.slug === 'changed-meanwhile'
      if (!isBehind || left === 0) {
        set(() => ({ settings, ...rest }))
        throw error
      }
      await written(how, left - 1)
    }
  }
  return (how: (now: Settings) => Settings) => inTurn(() => written(how, attempts))
}
