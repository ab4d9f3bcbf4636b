import { Checkbox, Text } from '@fluentui/react-components'
import {
  putTemplateSettings,
  type TemplateSet,
  type TemplateSettings,
} from '../../server/contract/template.ts'
import { Conflict } from '../components/Conflict.tsx'
import { Saving } from '../components/Saving.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useForm } from '../components/useForm.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { templateTexts } from './texts.ts'

type Chosen = Pick<TemplateSettings, 'standard' | 'off'>

/** The templates that are offered, and the one that a new conversation begins with. */
export function Offer({ set, onChanged }: { set: TemplateSet; onChanged: () => void }) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { standard, off, revision } = set.settings
  const form = useForm<Chosen, TemplateSettings>({
    key: 'template settings',
    saved: { standard, off },
    revision,
    exists: revision > 0,
    send: (chosen, seen) => api(putTemplateSettings, { body: { ...chosen, revision: seen } }),
    onSaved: onChanged,
    onBehind: onChanged,
  })
  const { value, change } = form
  const all = set.entries.flatMap(({ template }) => template ?? [])
  const titleOf = (id: string) => all.find((one) => one.id === id)?.title[language] ?? id
  return (
    <div className={look.section} role="group" aria-label={words.offer.title}>
      <Text as="h3" size={300} weight="semibold" className={look.heading}>
        {words.offer.title}
      </Text>
      <div>
        {all.map(({ id, title }) => (
          <div key={id}>
            <Checkbox
              label={title[language]}
              checked={!value.off.includes(id)}
              disabled={value.standard === id}
              onChange={(_e, { checked }) =>
                change({ off: [...value.off.filter((one) => one !== id), ...(checked ? [] : [id])] })
              }
            />
          </div>
        ))}
      </div>
      <SelectField
        label={words.offer.standard}
        value={value.standard}
        options={all
          .filter(({ id }) => !value.off.includes(id))
          .map(({ id, title }) => [id, title[language]])}
        onChange={(id) => change({ standard: id })}
      />
      <Mistakes failure={form.failure?.errors.length ? form.failure : null} />
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.offer.standard, text: titleOf(standard) },
            { label: words.isOff, text: off.map(titleOf).join(', ') },
          ]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      ) : (
        <Saving state={form.state} name={words.offer.save} onSave={() => void form.save()} />
      )}
    </div>
  )
}
