import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import {
  deleteDraft,
  previewDraft,
  publishTemplate,
  withdrawTemplate,
  type Template,
  type TemplateEntry,
  type TemplatePreview,
  type TemplateScope,
} from '../../server/contract/template.ts'
import { Confirm } from '../components/Confirm.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from '../lib/useAction.ts'
import { templateTexts } from './texts.ts'

/** The actions on a saved draft, and going back to the template that it adapts. */
export function EditorActions(props: {
  scope: TemplateScope
  entry: TemplateEntry
  template: Template
  /** Is the draft saved as it is shown? */
  ready: boolean
  onBehind: () => void
  onDone: (said: string) => void
}) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, entry, template, ready, onBehind, onDone } = props
  const { revision } = entry
  const { busy, failure, run } = useAction()
  const [preview, setPreview] = useState<TemplatePreview | null>(null)
  const params = { templateId: template.id }
  const seen = { scope, revision: String(revision) }
  const title = template.title[language]

  const show = () => run(async () => setPreview(await api(previewDraft, { params, query: { scope } })))
  /** Whatever is refused here may be so because somebody was first. */
  const finish = (send: () => Promise<unknown>, said: string) =>
    run(async () => {
      try {
        await send()
      } catch (error) {
        onBehind()
        throw error
      }
      onDone(said)
    })
  const publish = () =>
    finish(
      () => api(publishTemplate, { params, query: { scope }, body: { revision } }),
      words.published(title),
    )
  const drop = () => finish(() => api(deleteDraft, { params, query: seen }), words.dropped(title))
  const withdraw = () => finish(() => api(withdrawTemplate, { params, query: seen }), words.withdrawn(title))
  const own = entry.template !== null && (entry.from === scope || entry.setAside)
  const confirm = { question: words.sure, yes: words.yes, no: words.no, busy }
  return (
    <>
      {ready && (
        <div className={look.row}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void publish()}>
            {words.publish}
          </Button>
          <Button aria-expanded={preview !== null} onClick={() => (preview ? setPreview(null) : void show())}>
            {preview ? words.hidePreview : words.preview}
          </Button>
        </div>
      )}
      {ready && preview && <Preview preview={preview} />}
      {(entry.draft !== null || own) && (
        <div className={look.row}>
          {entry.draft && <Confirm name={words.drop} {...confirm} onYes={() => void drop()} />}
          {own && <Confirm name={words.withdraw[scope]} {...confirm} onYes={() => void withdraw()} />}
        </div>
      )}
      <Mistakes failure={failure} template={template} />
    </>
  )
}
