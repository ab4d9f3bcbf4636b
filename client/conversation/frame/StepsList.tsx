import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Step } from '../../../server/contract/template.ts'
import { useTexts } from '../../lib/app-context.tsx'
import type { Where } from '../where.ts'
import { conversationTexts } from '../texts.ts'

/** @param here who else is in it; `minutes`: how long it is meant to take */
export type ListedStep = {
  id: Where
  title: string
  kind: Step['kind'] | null
  minutes: number | null
  here: string | null
}

/** A conversation looks back, is held, and looks ahead; the screen behind the last step is part of the last. */
const groupOf = ({ kind }: ListedStep): 'back' | 'conversation' | 'ahead' =>
  kind === 'preparation' || kind === 'follow-up' ? 'back' : kind === 'notes' ? 'conversation' : 'ahead'

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    zIndex: 2,
    top: '44px',
    insetInline: tokens.spacingHorizontalS,
    maxHeight: 'calc(100vh - 64px)',
    overflowY: 'auto',
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  group: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { width: '100%', justifyContent: 'flex-start', textAlign: 'start' },
  // In the button's own colour, which the contrast theme turns round under the pointer.
  end: { marginInlineStart: 'auto', color: 'inherit' },
  template: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, marginTop: tokens.spacingVerticalXS },
})

/** No step has a name that ends so. */
const keyOf = (id: Where): string => id ?? 'share.'

/** All steps, to go to any: people go back and forth. The last line is the template that they are of. */
export function StepsList(props: {
  steps: ListedStep[]
  at: number
  /** `onChange` null: it is not to be changed any more. */
  template: { title: string; onChange: (() => void) | null }
  onGo: (step: ListedStep) => void
  onClose: () => void
}) {
  const words = useTexts(conversationTexts)
  const styles = useStyles()
  const { steps, at, template } = props
  const { onChange } = template
  const groups = (['back', 'conversation', 'ahead'] as const)
    .map((name) => ({ name, members: steps.filter((step) => groupOf(step) === name) }))
    .filter(({ members }) => members.length > 0)
  return (
    <div className={styles.root}>
      {groups.map(({ name, members }) => (
        <div key={name} role="group" aria-label={words.groups[name]}>
          <Text size={200} block aria-hidden className={styles.group}>
            {words.groups[name]}
          </Text>
          <ul className={styles.list}>
            {members.map((step) => (
              <li key={keyOf(step.id)}>
                <Button
                  className={styles.item}
                  appearance={step === steps[at] ? 'secondary' : 'subtle'}
                  aria-current={step === steps[at] ? 'step' : undefined}
                  onClick={() => props.onGo(step)}
                >
                  {step.title}
                  <Text size={200} className={styles.end}>
                    {step.here ?? (step.minutes === null ? '' : words.minutes(step.minutes))}
                  </Text>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {onChange && (
        <div className={styles.template}>
          <Button
            className={styles.item}
            appearance="subtle"
            onClick={() => {
              props.onClose()
              onChange()
            }}
          >
            {words.changeTemplate(template.title)}
          </Button>
        </div>
      )}
    </div>
  )
}
