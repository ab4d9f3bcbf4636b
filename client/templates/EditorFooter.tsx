import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { SaveStatus, type SaveState } from '../components/Saving.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { templateTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: `${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge} 0 0`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
})

/** Keeping a draft, and publishing it as it is on the screen; always in view. */
export function EditorFooter(props: {
  state: SaveState
  isBusy: boolean
  hasDraft: boolean
  onSave: () => void
  onPublish: () => void
}) {
  const words = useTexts(templateTexts)
  const styles = useStyles()
  const { state, hasDraft } = props
  const isSaving = state === 'saving'
  const isSaved = state === 'saved' || state === 'untouched'
  return (
    <div className={styles.root}>
      <Button disabledFocusable={isSaving || isSaved} onClick={props.onSave}>
        {words.save}
      </Button>
      <Button
        appearance="primary"
        disabledFocusable={isSaving || props.isBusy || (isSaved && !hasDraft)}
        onClick={props.onPublish}
      >
        {words.publish}
      </Button>
      <SaveStatus state={state} />
    </div>
  )
}
