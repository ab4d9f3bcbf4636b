import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Localized } from '../../server/contract/shape.ts'
import type { Template } from '../../server/contract/template.ts'
import { Failed } from '../components/basics.tsx'
import { Group } from '../components/Group.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Bilingual } from './Bilingual.tsx'
import { useLook } from './look.ts'
import { copyOf } from './steps.ts'
import { templateTexts } from './texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

/** A template of the organisation's own, begun with a copy of one that is there. */
export function NewTemplate(props: {
  all: Template[]
  taken: string[]
  onMade: (template: Template) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { all, taken, onMade } = props
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState(all[0]?.id ?? '')
  const [title, setTitle] = useState<Localized>({ nl: '', en: '' })
  const [missing, setMissing] = useState(false)
  const make = () => {
    const source = all.find(({ id }) => id === from)
    const complete = title.nl.trim() !== '' && title.en.trim() !== ''
    setMissing(!complete)
    if (!source || !complete) return
    setOpen(false)
    setTitle({ nl: '', en: '' })
    onMade(copyOf(source, title, taken))
  }
  if (!open)
    return (
      <Button className={look.start} onClick={() => setOpen(true)}>
        {words.make.title}
      </Button>
    )
  return (
    <Group name={words.make.title}>
      <SelectField
        label={words.make.from}
        value={from}
        options={all.map((one) => [one.id, one.title[language]] as const)}
        onChange={setFrom}
      />
      <Bilingual label={words.make.name} maxLength={textLimits.title} value={title} onChange={setTitle} />
      {missing && <Failed>{words.make.missing}</Failed>}
      <div className={look.row}>
        <Button appearance="primary" onClick={make}>
          {words.make.start}
        </Button>
        <Button onClick={() => setOpen(false)}>{words.close}</Button>
      </div>
    </Group>
  )
}
