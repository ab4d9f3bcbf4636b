import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useLinkLook } from '../components/link-look.ts'
import { useTexts } from '../lib/app-context.tsx'
import { reviewTexts } from './texts.ts'

/** The steps of a pack, in their order. */
export const packSteps = ['period', 'choices', 'paper'] as const
export type PackStep = (typeof packSteps)[number]

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    minHeight: '32px',
    padding: 0,
    border: 'none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
  },
})

/** The way to a pack: where one is, and the steps that one can go to. */
export function Stepper(props: {
  here: PackStep
  /** The button that led here is gone: the keyboard goes on here. */
  takesFocus: boolean
  mayGo: (step: PackStep) => boolean
  onGo: (step: PackStep) => void
}) {
  const words = useTexts(reviewTexts)
  const look = useLinkLook()
  const styles = useStyles()
  const { here, takesFocus, mayGo, onGo } = props
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) current.current?.focus()
  }, [here, takesFocus])
  return (
    <nav aria-label={words.steps.label}>
      <ol className={styles.list}>
        {packSteps.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              ref={step === here ? current : null}
              className={mergeClasses(styles.step, step === here && look.here)}
              aria-current={step === here ? 'step' : undefined}
              disabled={!mayGo(step)}
              onClick={() => onGo(step)}
            >
              {`${at + 1}. ${words.steps[step]}`}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
