import { makeStyles, tokens } from '@fluentui/react-components'

/** The looks of links to pages that stand beside each other, and of the one that is open. */
export const useLinkLook = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '40px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
})
