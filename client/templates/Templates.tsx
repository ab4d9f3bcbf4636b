import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTexts } from '../lib/app-context.tsx'
import { FromFile } from './FromFile.tsx'
import { useLook } from './look.ts'
import { OneLanguage } from './one-language.tsx'
import { TemplateList } from './TemplateList.tsx'
import { idOf, useSet } from './useSet.ts'
import { templateTexts } from './texts.ts'

/** A coach's templates. */
export const Templates = () => (
  <OneLanguage>
    <Team />
  </OneLanguage>
)

/** How a coach holds their conversations, within what the organisation leaves open. */
function Team() {
  const words = useTexts(templateTexts)
  const look = useLook()
  const loaded = useSet('team')
  const [editing, setEditing] = useState<{ id: string } | null>(null)
  if (!loaded.set) return loaded.failure && <Text role="alert">{words.failed}</Text>
  return (
    <section className={look.section} aria-label={words.team}>
      <Text as="h2" size={400} weight="semibold" className={look.heading}>
        {words.team}
      </Text>
      <Text>{words.teamIntro}</Text>
      <TemplateList scope="team" loaded={loaded} editing={editing} onEditing={setEditing} />
      {!editing && (
        <FromFile
          scope="team"
          entries={loaded.set.entries}
          onSaved={(entry) => {
            loaded.put(entry)
            setEditing({ id: idOf(entry) })
          }}
        />
      )}
    </section>
  )
}
