import { Button, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { TemplateEntry, TemplatePreview, TemplateScope } from '../../server/contract/template.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from './useAction.ts'
import { idOf } from './useSet.ts'

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
  const { api, language } = useSurroundings()
  const words = templates[language]
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
      if ('content' in found)
        setPreview(await api<TemplatePreview>('POST', '/api/templates/import', found.content))
    })
  const save = ({ template }: TemplatePreview) =>
    run(async () => {
      const path = `/api/templates/${template.id}/draft?scope=${scope}`
      const revision = known?.revision ?? 0
      onSaved(await api<TemplateEntry>('PUT', path, { template, revision }))
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
      {file && 'noJson' in file && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {words.files.noJson}
        </Text>
      )}
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
