import { Text, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
})

/** A heading and a list under it, or words where there is nothing to list. */
export function Section(props: { title: string; empty?: string; children: React.ReactNode[] }) {
  const styles = useStyles()
  return (
    <section className={styles.root} aria-label={props.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {props.title}
      </Text>
      {props.children.length === 0 && props.empty && <Text>{props.empty}</Text>}
      {props.children.length > 0 && <ul className={styles.list}>{props.children}</ul>}
    </section>
  )
}
