import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons'
import { useEffect } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { OtherNotes } from '../choosing/OtherNotes.tsx'
import { nudgeTexts } from '../nudges/texts.ts'
import { remember } from '../tips/seen.ts'
import { tipTexts } from '../tips/texts.ts'
import type { useTip } from '../tips/useTip.ts'
import { conversationTexts } from '../texts.ts'
import { useFrame, View } from './view.tsx'

const useStyles = makeStyles({
  tip: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: tokens.spacingHorizontalM },
  helper: { alignSelf: 'flex-start' },
})

/** Information about a step: a tip, its purpose, what does not belong in it, and who reads it. */
export function Info(props: {
  conversation: Conversation
  step: Step | undefined
  tip: ReturnType<typeof useTip>
  onBack: () => void
}) {
  const { api, kept, language } = useAppContext()
  const { show } = useFrame()
  const words = useTexts(conversationTexts)
  const privacy = useTexts(privacyTexts)
  const tips = useTexts(tipTexts)
  const nudges = useTexts(nudgeTexts)
  const styles = useStyles()
  const { conversation, step, tip, onBack } = props
  useEffect(() => {
    if (!tip) return
    kept.keep(`tip ${conversation.id}`, tip)
    void remember(api, tip)
  }, [api, kept, tip, conversation.id])
  const mayWrite = conversation.pair.ended === null
  return (
    <View title={words.info} onBack={onBack}>
      {tip && <Text className={styles.tip}>{`${tips.tip}: ${tips.tips[tip]}`}</Text>}
      {step && step.kind !== 'notes' && <Text>{step.hint[language]}</Text>}
      {mayWrite && step?.kind === 'notes' && (
        <Button className={styles.helper} icon={<EyeRegular />} onClick={() => show('observation')}>
          {nudges.observation.open}
        </Button>
      )}
      {mayWrite && <Text>{privacy.special}</Text>}
      <Text>
        {step?.kind === 'notes' && !step.inSummary ? words.staysHere(step.title[language]) : words.readers}
      </Text>
      <Text>{words.admins}</Text>
      <OtherNotes notes={conversation.otherNotes} />
    </View>
  )
}
