import { Button, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { checkTemplateFile, putDraft, type TemplatePreview } from '../../server/contract/template.ts'
import { Failed } from '../components/basics.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { Surface } from '../components/Surface.tsx'
import { goInstead } from '../lib/go.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from '../lib/useAction.ts'
import { idOf, type Templates } from './useTemplates.ts'
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
export function FromFile({ templates }: { templates: Templates }) {
  const { api } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, set, put } = templates
  const { busy, failure, run } = useAction()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<Read | null>(null)
  const [preview, setPreview] = useState<TemplatePreview | null>(null)
  const known = set?.entries.find((one) => idOf(one) === preview?.template.id)

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
      put(await api(putDraft, { params, query: { scope }, body }))
      goInstead({ page: 'template', scope, templateId: template.id, isChanged: true })
    })
  const content = file && 'content' in file ? (file.content as { template?: unknown } | null) : null
  return (
    <Surface>
      <PageTitle>{words.files.title}</PageTitle>
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
    </Surface>
  )
}
