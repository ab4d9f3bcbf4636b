import { makeStaticStyles, makeStyles } from '@fluentui/react-components'

/** Paper is white, whatever the theme. */
export const usePaperSize = makeStaticStyles(
  '@page { size: A4; margin: 18mm } @media print { html { color-scheme: light !important } }',
)

export const useScreenOnly = makeStyles({ screenOnly: { '@media print': { display: 'none' } } })
