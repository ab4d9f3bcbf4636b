import { Text, tokens, type TextProps } from '@fluentui/react-components'
import type { ComponentProps, ReactNode } from 'react'

/** A heading without the margin that browsers give it: of a part of a screen, unless something else is said. */
export const Heading = (props: TextProps) => (
  <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }} {...props} />
)

/** A small line about what stands above it. */
export const Quiet = (props: TextProps) => (
  <Text size={200} block style={{ color: tokens.colorNeutralForeground2 }} {...props} />
)

/** A small line that is said aloud when it comes or changes. */
export const Status = (props: TextProps) => <Text size={200} role="status" {...props} />

/** Why something was refused, said aloud. */
export const Failed = (props: TextProps) => (
  <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }} {...props} />
)

/** Buttons beside each other, on more lines where there is no room. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>{children}</div>
)

/** A part of a screen under its heading; `isNarrow`: nothing in it is wider than it needs to be. */
export function Part(props: { title: string; isNarrow?: boolean; children: ReactNode }) {
  const { title, isNarrow = false, children } = props
  const style = { display: 'grid', gap: tokens.spacingVerticalS, ...(isNarrow && { justifyItems: 'start' }) }
  return (
    <section aria-label={title} style={style}>
      <Heading size={400}>{title}</Heading>
      {children}
    </section>
  )
}

/** Lines with a mark before each. */
export const Bullets = ({ lines }: { lines: readonly string[] }) => (
  <ul style={{ margin: 0, paddingInlineStart: tokens.spacingHorizontalL }}>
    {lines.map((line, at) => (
      <li key={`${at} ${line}`}>
        <Text>{line}</Text>
      </li>
    ))}
  </ul>
)

/** A list without marks before its items. */
export const List = ({
  gap = tokens.spacingVerticalM,
  ...props
}: { gap?: string } & ComponentProps<'ul'>) => (
  <ul style={{ margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap }} {...props} />
)
