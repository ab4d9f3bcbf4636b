import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Star } from '../../components/Star.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { questions } from '../../lib/texts/questions.ts'
import type { Proposal } from './useProposals.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  refused: { color: tokens.colorStatusDangerForeground1, width: '100%' },
})

/** Picking a proposed question for this talk and taking that back, keeping it as a favourite, and why it is proposed. */
export function QuestionTools(props: {
  conversationId: string
  stepId: string
  proposal: Proposal
  onChanged: () => void
}) {
  const { api, language, texts } = useSurroundings()
  const words = questions[language]
  const styles = useStyles()
  const { conversationId, stepId, proposal, onChanged } = props
  const { id, asked, favourite, why } = proposal
  const text = proposal.text[language]
  const [refused, setRefused] = useState<string | null>(null)
  const call = async (send: () => Promise<void>) => {
    setRefused(null)
    try {
      await send()
      onChanged()
    } catch (error) {
      setRefused(sentenceOf(error, texts))
    }
  }
  const path = `/api/conversations/${conversationId}/asked`
  const toggle = () =>
    call(() =>
      asked
        ? api('DELETE', `${path}?${new URLSearchParams({ questionId: id, step: stepId })}`)
        : api('POST', path, { questionId: id, step: stepId }),
    )
  const star = () => call(() => api(favourite ? 'DELETE' : 'PUT', `/api/questions/${id}/favourite`))
  return (
    <div className={styles.root}>
      <Button
        size="small"
        aria-pressed={asked}
        {...(asked ? { icon: <CheckmarkRegular /> } : {})}
        aria-label={`${asked ? words.picked : words.pick}: ${text}`}
        {...(asked ? { title: words.unpick } : {})}
        onClick={() => void toggle()}
      >
        {asked ? words.picked : words.pick}
      </Button>
      <Star on={favourite} name={`${words.favourite}: ${text}`} onToggle={() => void star()} />
      <Text size={200} className={styles.quiet}>
        {words.why[why]}
      </Text>
      {refused && (
        <Text role="alert" size={200} className={styles.refused}>
          {refused}
        </Text>
      )}
    </div>
  )
}
