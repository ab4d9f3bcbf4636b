import { Text } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Choices } from '../../../server/contract/choice.ts'
import { Failed } from '../../components/basics.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { inWords, type Failure } from '../../lib/api.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { View } from '../frame/view.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { choosingTexts } from './texts.ts'

/** All templates, one press to choose. */
export function TemplatesView(props: {
  choices: Choices | null
  failure: Failure | null
  refused: string | null
  onLoad: () => void
  onChoose: (templateId: string) => void
  onUsual: (templateId: string | null) => void
  onBack: () => void
}) {
  const words = useTexts(choosingTexts)
  const { choices, failure, refused, onLoad } = props
  useEffect(onLoad, [onLoad])
  return (
    <View title={words.title} onBack={props.onBack}>
      <Text size={200}>{words.stays}</Text>
      {choices ? (
        <ChoiceList choices={choices} onChoose={props.onChoose} onUsual={props.onUsual} />
      ) : failure ? (
        <Text role="alert">{inWords(failure)}</Text>
      ) : (
        <Waiting words={words.loading} lines={[80, 65]} />
      )}
      {refused && <Failed>{refused}</Failed>}
    </View>
  )
}
