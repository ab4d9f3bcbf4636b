import { Button, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import {
  checkTemplateFile,
  putDraft,
  type TemplateEntry,
  type TemplatePreview,
  type TemplateScope,
} from '../../server/contract/template.ts'
import { Failed } from '../components/basics.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from '../lib/useAction.ts'
import { idOf } from './useSet.ts'
import { templateTexts } from './texts.ts'

type Read = { content: unknown } | { noJson: true }

function read(text: string): Read {
  try {
    return { content: JSON.parse(text) as unknown }
  } catch {
    return { noJson: true }
  }
}

/** A template out of a file: what is wrong with it, or how it will look, and then kept as a draft. */
export function FromFile(props: {
  scope: TemplateScope
  entries: TemplateEntry[]
  onSaved: (entry: TemplateEntry) => void
}) {
  const { api } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, entries, onSaved } = props
  const { busy, failure, run } = useAction()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<Read | null>(null)
  const [preview, setPreview] = useState<TemplatePreview | null>(null)
  const known = entries.find((one) => idOf(one) === preview?.template.id)

  // A team adapts what its organisation has.
  const mayTake = scope === 'organisation' || known !== undefined

  const choose = (chosen: File) =>
    run(async () => {
      setPreview(null)
      const found = read(await chosen.text())
      setFile(found)
      if ('content' in found) setPreview(await api(checkTemplateFile, { body: found.content }))
    })
  const save = ({ template }: TemplatePreview) =>
    run(async () => {
      const params = { templateId: template.id }
      const body = { template, revision: known?.revision ?? 0 }
      onSaved(await api(putDraft, { params, query: { scope }, body }))
      setPreview(null)
      setFile(null)
    })
  const content = file && 'content' in file ? (file.content as { template?: unknown } | null) : null
  return (
    <div className={look.section} role="group" aria-label={words.files.title}>
      <Text as="h3" size={300} weight="semibold" className={look.heading}>
        {words.files.title}
      </Text>
      <Text>{words.files.hint}</Text>
      <Button className={look.start} disabledFocusable={busy} onClick={() => input.current?.click()}>
        {words.files.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={words.files.chosen}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? []
          if (chosen) void choose(chosen)
          // The same file, mended, can be chosen again.
          currentTarget.value = ''
        }}
      />
      {file && 'noJson' in file && <Failed>{words.files.noJson}</Failed>}
      <Mistakes failure={failure} template={content?.template} />
      {preview && (
        <>
          <Preview preview={preview} />
          {known && <Text>{words.files.known}</Text>}
          {!mayTake && <Text role="alert">{words.files.foreign}</Text>}
          <div className={look.row}>
            {mayTake && (
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void save(preview)}>
                {words.files.save}
              </Button>
            )}
            <Button onClick={() => setPreview(null)}>{words.close}</Button>
          </div>
        </>
      )}
    </div>
  )
}
