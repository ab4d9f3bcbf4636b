import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Entry, Paper } from './paper.ts'
import { paperSheet } from './print.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // On paper there are no themes, and what surrounds it is not there.
    '@media print': {
      display: 'block',
      border: 'none',
      padding: 0,
      color: '#000',
      backgroundColor: '#fff',
    },
  },
  heading: { margin: 0, display: 'block', breakAfter: 'avoid', '@media print': { color: '#000' } },
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    '@media print': { display: 'block', marginTop: '8mm' },
  },
  entry: { breakInside: 'avoid', '@media print': { marginTop: '4mm' } },
  text: { display: 'block', whiteSpace: 'pre-wrap', orphans: 3, widows: 3 },
  list: { margin: 0 },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  label: {
    color: tokens.colorNeutralForeground2,
    '@media print': { flex: '0 0 38mm', color: '#444' },
  },
  value: { margin: 0, whiteSpace: 'pre-wrap', '@media print': { flex: '1 1 0' } },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    // A long name may break; 'Gesprek' need not.
    '& th:first-child': { overflowWrap: 'normal' },
    '& tr': { breakInside: 'avoid' },
  },
})

/** The pack as it is printed: the browser's print shows this and nothing else of the screen. */
export function PaperView({ paper, empty }: { paper: Paper; empty: string }) {
  const styles = useStyles()
  return (
    <article className={styles.root} aria-label={paper.title}>
      <style>{paperSheet}</style>
      <header>
        <Text as="h2" size={500} weight="semibold" className={styles.heading}>
          {paper.title}
        </Text>
        <div>{paper.subtitle}</div>
        <div>{paper.period}</div>
        <div>{paper.state}</div>
      </header>
      {paper.sections.length === 0 && <Text>{empty}</Text>}
      {paper.sections.map(({ title, entries }) => (
        <section key={title} className={styles.section} aria-label={title}>
          <Text as="h3" size={400} weight="semibold" className={styles.heading}>
            {title}
          </Text>
          {entries.map((entry) => (
            <EntryView key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
    </article>
  )
}

function EntryView({ entry: { title, lines, table } }: { entry: Entry }) {
  const styles = useStyles()
  const named = lines.filter(({ label }) => label)
  return (
    <div className={styles.entry}>
      <Text as="h4" weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {lines.map(
        ({ label, text }, at) =>
          !label && (
            <p key={at} className={styles.text} style={{ margin: 0 }}>
              {text}
            </p>
          ),
      )}
      {named.length > 0 && (
        <dl className={styles.list}>
          {named.map(({ label, text }, at) => (
            <div key={at} className={styles.line}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {table && (
        <table className={styles.table}>
          <thead>
            <tr>
              {table.head.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([first, ...rest], at) => (
              <tr key={at}>
                <th scope="row">{first}</th>
                {rest.map((one, place) => (
                  <td key={place}>{one}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
