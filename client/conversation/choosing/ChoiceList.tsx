import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Choice, Choices } from '../../../server/contract/choice.ts'
import { List, Quiet } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { choosingTexts } from './texts.ts'

const useStyles = makeStyles({
  row: { width: '100%', justifyContent: 'space-between', textAlign: 'start' },
  minutes: {
    color: 'inherit',
    whiteSpace: 'nowrap',
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  about: { padding: `0 ${tokens.spacingHorizontalM}` },
})

/** The templates, with their length and purpose; one of them is the present one. */
export function ChoiceList(props: {
  choices: Choices
  onChoose: (templateId: string) => void
  /** The pair's new conversations begin with it; null: with the organisation's standard. */
  onUsual: (templateId: string | null) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(choosingTexts)
  const styles = useStyles()
  const { current, usual, choices } = props.choices
  const now = choices.find(({ id }) => id === current)
  const notes = ({ id, from }: Choice) => [
    ...(from === 'shipped' ? [] : [words.from[from]]),
    ...(id === usual ? [words.usual] : []),
  ]
  return (
    <List gap={tokens.spacingVerticalXS}>
      {choices.map((one) => (
        <li key={one.id}>
          {/* The present one too: pressing it changes nothing. */}
          <Button
            className={styles.row}
            appearance={one.id === current ? 'outline' : 'subtle'}
            aria-current={one.id === current}
            aria-describedby={`about-${one.id}`}
            onClick={() => props.onChoose(one.id)}
          >
            <span>{one.title[language]}</span>
            <Text size={200} className={styles.minutes}>
              {words.minutes(String(one.minutes))}
            </Text>
          </Button>
          <Quiet id={`about-${one.id}`} className={styles.about}>
            {[one.description[language], ...notes(one)].join(' · ')}
          </Quiet>
        </li>
      ))}
      {now && (
        <li>
          <Checkbox
            label={words.always(now.title[language])}
            checked={now.id === usual}
            onChange={(_e, { checked }) => props.onUsual(checked ? now.id : null)}
          />
        </li>
      )}
    </List>
  )
}
