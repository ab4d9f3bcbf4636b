import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { signKey, type UsualTemplate } from '../../../server/contract/choice.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { Nudge } from '../../components/Nudge.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { keep, recallAs } from '../../lib/kept.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { choosing } from '../../lib/texts/choosing.ts'
import type { Session } from '../live/session.ts'
import type { Changed } from '../useWhere.ts'
import type { Where } from '../where.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { useChoices } from './useChoices.ts'

const useStyles = makeStyles({
  toggle: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  refused: { color: tokens.colorStatusDangerForeground1 },
})

/**
 * Which template this talk is held with, and choosing another: a line where one begins. A steering talk is offered
 * wherever one is, with what was typed that asks for it; waved away, not again for the same words.
 */
export function Choosing(props: {
  conversation: Conversation
  session: Session | null
  stepId: Where
  /** The other chose another template while one was in it. */
  changed: Changed | null
  shown: boolean
  onChosen: (conversation: Conversation) => void
}) {
  const { api, language, texts } = useSurroundings()
  const words = choosing[language]
  const styles = useStyles()
  const { conversation, session, stepId, changed, shown, onChosen } = props
  const { choices, load } = useChoices(conversation, session, stepId)
  const key = `steering waved away ${conversation.id}`
  const [waved, setWaved] = useState(() => recallAs<string[]>(key, []))
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  if (conversation.state === 'finished') return null

  const close = () => {
    setOpen(false)
    toggle.current?.focus()
  }
  const choose = async (templateId: string) => {
    setRefused(null)
    try {
      onChosen(
        await api<Conversation>('PUT', `/api/conversations/${conversation.id}/template`, { templateId }),
      )
      close()
      await load()
    } catch (error) {
      setRefused(sentenceOf(error, texts))
    }
  }
  const keepUsual = async (templateId: string | null) => {
    setRefused(null)
    try {
      await api<UsualTemplate>('PUT', `/api/conversations/${conversation.id}/usual-template`, { templateId })
      await load()
    } catch (error) {
      setRefused(sentenceOf(error, texts))
    }
  }
  const signs = choices?.offer?.signs.filter((one) => !waved.includes(signKey(one))) ?? []
  const gravest = signs[0]
  const shownSigns = signs.filter((one) => one.why === gravest?.why)
  const steering = choices?.choices.find((one) => one.id === choices.offer?.templateId)
  const wave = () => {
    const now = [...waved, ...shownSigns.map(signKey)]
    keep(key, JSON.stringify(now))
    setWaved(now)
  }
  const { pair, template } = conversation
  const other = otherOf(pair).name
  const here = template.steps.find(({ id }) => id === stepId)?.title[language] ?? texts.finish.title
  return (
    <>
      <Text role="status">
        {changed &&
          [
            words.otherChose(other, template.title[language]),
            ...(changed.left ? [words.left(changed.left.title[language], here)] : []),
          ].join(' ')}
      </Text>
      <Nudge
        words={
          gravest
            ? words.offer(gravest.reason[language], shownSigns.map((one) => one.words).join('”, “'))
            : null
        }
        {...(steering
          ? {
              action: {
                name: words.take(steering.title[language]),
                run: () => void choose(steering.id),
              },
            }
          : {})}
        quiet={{ name: words.wave, run: wave }}
      />
      {shown && (
        <Button
          ref={toggle}
          className={styles.toggle}
          size="small"
          appearance="subtle"
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          onClick={() => {
            if (!open) void load()
            setOpen(!open)
          }}
        >
          {words.template(conversation.template.title[language])}
        </Button>
      )}
      {shown && open && (
        <Group name={words.title}>
          <Text size={200}>{words.stays}</Text>
          {choices ? (
            <ChoiceList
              choices={choices}
              onChoose={(id) => void choose(id)}
              onUsual={(id) => void keepUsual(id)}
            />
          ) : (
            <Waiting words={words.loading} lines={[80, 65]} />
          )}
          <Button size="small" style={{ alignSelf: 'flex-start' }} onClick={close}>
            {words.close}
          </Button>
        </Group>
      )}
      {refused && (
        <Text role="alert" className={styles.refused}>
          {refused}
        </Text>
      )}
    </>
  )
}
