import { makeStyles } from '@fluentui/react-components'

/** The style sheet of the page while a paper is on it. Paper is white, whatever the theme. */
export const paperSheet =
  '@page { size: A4; margin: 18mm } @media print { html { color-scheme: light !important } }'

export const useScreenOnly = makeStyles({ screenOnly: { '@media print': { display: 'none' } } })
