import { deleteDraft, withdrawTemplate, type TemplateEntry } from '../../server/contract/template.ts'
import { Confirm } from '../components/Confirm.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { goInstead } from '../lib/go.ts'
import { useAction } from '../lib/useAction.ts'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { templateTexts } from './texts.ts'
import { idOf, isOwn, type Templates } from './useTemplates.ts'

/** Discarding one's draft, and going back to the template that one's own stands on. */
export function OwnActions(props: {
  templates: Templates
  entry: TemplateEntry
  title: string
  onDone: () => void
}) {
  const { api } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { templates, entry, title } = props
  const { scope, say, reload } = templates
  const { busy, failure, run } = useAction()
  const templateId = idOf(entry)
  const params = { templateId }
  const query = { scope, revision: String(entry.revision) }
  const finish = (send: () => Promise<unknown>, said: string) =>
    run(async () => {
      try {
        await send()
      } finally {
        // It may be refused because somebody was first.
        await reload()
      }
      say(entry.template ? templateId : null, said)
      // A template that was never published is gone.
      if (entry.template) props.onDone()
      else goHome()
    })
  const goHome = () =>
    goInstead(scope === 'team' ? { page: 'library' } : { page: 'organisation', section: 'templates' })
  const drop = () => finish(() => api(deleteDraft, { params, query }), words.dropped(title))
  const withdraw = () => finish(() => api(withdrawTemplate, { params, query }), words.withdrawn(title))
  const hasVersion = isOwn({ ...entry, draft: null }, scope)
  if (!entry.draft && !hasVersion) return null
  const confirm = { small: true, question: words.sure, yes: words.yes, no: words.no, busy }
  return (
    <>
      <div className={look.row}>
        {entry.draft && <Confirm name={words.drop} {...confirm} onYes={() => void drop()} />}
        {hasVersion && <Confirm name={words.withdraw[scope]} {...confirm} onYes={() => void withdraw()} />}
      </div>
      <Mistakes failure={failure} />
    </>
  )
}
