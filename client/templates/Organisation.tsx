import { Text } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import type { Template } from '../../server/contract/template.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { FromFile } from './FromFile.tsx'
import { useLook } from './look.ts'
import { NewTemplate } from './NewTemplate.tsx'
import { Offer } from './Offer.tsx'
import { OneLanguage } from './one-language.tsx'
import { TemplateList } from './TemplateList.tsx'
import { idOf, useSet } from './useSet.ts'
import { templateTexts } from './texts.ts'

/** For the tenant's admins: what holds for everybody. Of what is said in a conversation they see nothing. */
export const Organisation = () => (
  <OneLanguage>
    <Everybody />
  </OneLanguage>
)

function Everybody() {
  const { OrganisationSettings } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const loaded = useSet('organisation')
  const [editing, setEditing] = useState<{ id: string; new?: Template } | null>(null)
  const { set, failure, reload, put } = loaded
  if (!set) return failure && <Text role="alert">{words.failed}</Text>
  // A person who may not change it has no use for it here.
  if (!set.mayChange) return null
  return (
    <section className={look.section} aria-label={words.organisation}>
      <Text as="h2" size={400} weight="semibold" className={look.heading}>
        {words.organisation}
      </Text>
      <Text>{words.organisationIntro}</Text>
      <Text>{words.privacy}</Text>
      <Text as="h3" size={300} weight="semibold" className={look.heading}>
        {words.forms}
      </Text>
      <TemplateList scope="organisation" loaded={loaded} editing={editing} onEditing={setEditing} />
      {!editing && (
        <>
          <NewTemplate
            all={set.entries.flatMap(({ template }) => template ?? [])}
            taken={set.entries.map(idOf)}
            onMade={(template) => setEditing({ id: template.id, new: template })}
          />
          <FromFile
            scope="organisation"
            entries={set.entries}
            onSaved={(entry) => {
              put(entry)
              setEditing({ id: idOf(entry) })
            }}
          />
          <Offer set={set} onChanged={() => void reload()} />
          <Suspense fallback={null}>
            <OrganisationSettings />
          </Suspense>
        </>
      )}
    </section>
  )
}
