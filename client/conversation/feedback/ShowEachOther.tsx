import { Button, Switch, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTexts } from '../../lib/app-context.tsx'
import { View } from '../frame/view.tsx'
import { feedbackTexts } from './texts.ts'

/** A word about who sees the rating. It opens the choice to see each other's. */
export function ShowEachOther(props: {
  other: string
  isRated: boolean
  isTheirsShown: boolean
  wants: boolean
  onWish: (wants: boolean) => void
}) {
  const words = useTexts(feedbackTexts)
  const [isOpen, setOpen] = useState(false)
  const { other, isRated, isTheirsShown, wants, onWish } = props
  const who = isTheirsShown ? words.both : wants && isRated ? words.waiting(other) : words.mineAlone
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        style={{ color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular }}
        onClick={() => setOpen(true)}
      >
        {who}
      </Button>
      {isOpen && (
        <View title={words.title} onBack={() => setOpen(false)}>
          <Switch label={words.show(other)} checked={wants} onChange={(_e, { checked }) => onWish(checked)} />
          <Text size={200}>{words.ifBoth}</Text>
        </View>
      )}
    </>
  )
}
