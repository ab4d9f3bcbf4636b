import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { TemplatePreview } from '../../server/contract/template.ts'
import type { Template, TemplateEntry, TemplateScope } from '../../server/contract/template.ts'
import { Confirm } from '../components/Confirm.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from './useAction.ts'

/** What can be done with a draft that is saved, and going back to what stands below. */
export function EditorActions(props: {
  scope: TemplateScope
  entry: TemplateEntry
  template: Template
  /** Is the draft saved as it is shown? */
  ready: boolean
  onBehind: () => void
  onDone: (said: string) => void
}) {
  const { api, language } = useSurroundings()
  const words = templates[language]
  const look = useLook()
  const { scope, entry, template, ready, onBehind, onDone } = props
  const { revision } = entry
  const { busy, failure, run } = useAction()
  const [preview, setPreview] = useState<TemplatePreview | null>(null)
  const path = `/api/templates/${template.id}`
  const title = template.title[language]

  const show = () =>
    run(async () => setPreview(await api<TemplatePreview>('GET', `${path}/preview?scope=${scope}`)))
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
    finish(() => api('POST', `${path}/publish?scope=${scope}`, { revision }), words.published(title))
  const drop = () =>
    finish(() => api('DELETE', `${path}/draft?scope=${scope}&revision=${revision}`), words.dropped(title))
  const withdraw = () =>
    finish(() => api('DELETE', `${path}?scope=${scope}&revision=${revision}`), words.withdrawn(title))
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
