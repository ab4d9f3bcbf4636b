import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Choice, Choices } from '../../../server/contract/choice.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { choosing } from '../../lib/texts/choosing.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  choose: { marginTop: tokens.spacingVerticalXS },
})

/** What each template is for and how long it takes; one of them is the present one. */
export function ChoiceList(props: {
  choices: Choices
  onChoose: (templateId: string) => void
  /** The pair's new talks begin with it; null: with the organisation's standard. */
  onUsual: (templateId: string | null) => void
}) {
  const { language } = useSurroundings()
  const words = choosing[language]
  const styles = useStyles()
  const { current, usual, choices } = props.choices
  const about = ({ id, intent, minutes, from }: Choice) =>
    [words.intent[intent], words.minutes(String(minutes)), words.from[from]]
      .concat(id === usual ? [words.usual] : [])
      .join(' · ')
  return (
    <ul className={styles.list}>
      {choices.map((one) => (
        <li key={one.id}>
          <Text weight="semibold" block>
            {one.title[language]}
          </Text>
          <Text block>{one.description[language]}</Text>
          <Text size={200} className={styles.quiet}>
            {about(one)}
          </Text>
          {one.id === current ? (
            <>
              <Text size={200} weight="semibold" block>
                {words.now}
              </Text>
              <Checkbox
                label={words.always}
                checked={one.id === usual}
                onChange={(_e, { checked }) => props.onUsual(checked ? one.id : null)}
              />
            </>
          ) : (
            <Button
              size="small"
              className={styles.choose}
              aria-label={`${words.choose}: ${one.title[language]}`}
              onClick={() => props.onChoose(one.id)}
            >
              {words.choose}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
