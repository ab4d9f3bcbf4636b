import { makeStyles, tokens } from '@fluentui/react-components'
import { Initials } from '../../components/Initials.tsx'
import { RowItem } from '../../components/Rows.tsx'
import { Unseen } from '../../components/Unseen.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { hrefOf } from '../../lib/route.ts'
import type { Person } from './people.ts'
import { nextInWords, rhythmInWords } from './row-words.ts'
import { peopleTexts } from './texts.ts'

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    '@container page (min-width: 640px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) 40px',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  name: {
    gridColumn: '1 / -1',
    '@container page (min-width: 640px)': { gridColumn: 'auto' },
  },
  // In the row's own colour, which the contrast theme turns round under the pointer.
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: 'inherit',
  },
  // As wide in every row, so that the columns stand under each other.
  end: {
    '@container page (min-width: 640px)': { display: 'inline-block', minWidth: '104px', textAlign: 'end' },
  },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    // The circle of a commitment that is open.
    '::before': {
      content: '""',
      width: '8px',
      height: '8px',
      border: '1px solid currentColor',
      borderRadius: tokens.borderRadiusCircular,
    },
  },
})

/** One person on one line, or two where it is narrow: the next conversation, what is open, and the rhythm. */
export function PersonRow({ person, now }: { person: Person; now: string }) {
  const { language } = useAppContext()
  const words = useTexts(peopleTexts)
  const styles = useStyles()
  const { name, route, next, open, rhythm } = person
  const when = next === null ? words.noNext : nextInWords(next, now, language, undefined)
  const end = rhythm ? rhythmInWords(rhythm, now, language) : words.noPair
  const openWords = open > 0 ? words.open(open) : ''
  return (
    <RowItem
      href={hrefOf(route)}
      first={<Initials name={name} size={32} />}
      end={<span className={styles.end}>{end}</span>}
    >
      <span className={styles.cells}>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{when}</span>
        {open > 0 && (
          <span className={styles.quiet} title={openWords}>
            <span className={styles.open} aria-hidden>
              {open}
            </span>
            <Unseen>{openWords}</Unseen>
          </span>
        )}
      </span>
    </RowItem>
  )
}
