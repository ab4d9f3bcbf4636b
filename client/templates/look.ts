import { makeStyles, tokens } from '@fluentui/react-components'

/** How the sections about templates look. */
export const useLook = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { margin: 0, outlineStyle: 'none' },
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  start: { justifySelf: 'start', alignSelf: 'flex-start' },
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  inset: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginTop: tokens.spacingVerticalS,
  },
})
