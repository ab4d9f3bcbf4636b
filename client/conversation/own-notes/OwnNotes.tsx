import { Button, Text } from '@fluentui/react-components'
import { getPrivateNote } from '../../../server/contract/private-note.ts'
import { inWords } from '../../lib/api.ts'
import { useQuery } from '../../lib/query.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { View } from '../frame/view.tsx'
import { OwnNotesForm } from './OwnNotesForm.tsx'
import { ownNotesTexts } from './texts.ts'
import { commonTexts } from '../../lib/texts.ts'

type Props = { conversationId: string; readOnly: boolean }

/** My own notes, at hand in every step. */
export function OwnNotes({ onBack, ...props }: Props & { onBack: () => void }) {
  const words = useTexts(ownNotesTexts)
  return (
    <View title={words.title} onBack={onBack}>
      <Unfolded {...props} />
    </View>
  )
}

function Unfolded({ conversationId, readOnly }: Props) {
  const common = useTexts(commonTexts)
  const words = useTexts(ownNotesTexts)
  const { data, failure, reload, set } = useQuery(getPrivateNote, { params: { conversationId } })
  if (!data && !failure) return <Text role="status">{words.loading}</Text>
  if (!data)
    return (
      <>
        <Text role="alert">{failure && inWords(failure)}</Text>
        <Button style={{ justifySelf: 'start' }} onClick={() => void reload()}>
          {common.retry}
        </Button>
      </>
    )
  return (
    <OwnNotesForm
      conversationId={conversationId}
      note={data}
      readOnly={readOnly}
      onSaved={(note) => set(() => note)}
      onBehind={() => void reload()}
    />
  )
}
