import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { useRef, useState, type ReactNode } from 'react'
import { getTemplates } from '../../server/contract/template.ts'
import { Moves } from '../components/PageTitle.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { useQuery } from '../lib/query.ts'
import { hrefOf, type Route } from '../lib/route.ts'
import { shellTexts } from './shell-texts.ts'

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    '@media print': { backgroundColor: 'transparent' },
  },
  bar: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    boxSizing: 'border-box',
    maxWidth: '1200px',
    marginInline: 'auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    '@media (min-width: 480px)': { padding: `0 ${tokens.spacingHorizontalXL}` },
    '@media (min-width: 1024px)': { padding: `0 ${tokens.spacingHorizontalXXXL}` },
    '@media print': { display: 'none' },
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
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
  list: {
    position: 'absolute',
    zIndex: 2,
    top: '40px',
    insetInlineEnd: tokens.spacingHorizontalM,
    display: 'grid',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  listed: { minHeight: '32px', padding: `0 ${tokens.spacingHorizontalM}` },
})

/** The pages that each have a tab in the host; the rest is behind "More". */
const tabs = ['today', 'people', 'commitments'] as const

/** The frame of the personal app: the way to its pages, and the page itself. */
export function Shell(props: { route: Route; hasTabs: boolean; children: ReactNode }) {
  const { route, hasTabs, children } = props
  const words = useTexts(shellTexts)
  const styles = useStyles()
  const address = hrefOf(route)
  const [seen, setSeen] = useState({ address, moves: 0 })
  if (seen.address !== address) setSeen({ address, moves: seen.moves + 1 })
  return (
    <Moves value={seen.moves}>
      <div className={styles.root}>
        <div className={styles.bar}>
          <nav aria-label={words.pages} className={styles.links}>
            {hasTabs ? (
              <Back route={route} />
            ) : (
              tabs.map((page) => <PageLink key={page} page={page} isHere={tabOf(route) === page} />)
            )}
          </nav>
          <More />
        </div>
        {children}
      </div>
    </Moves>
  )
}

/** The way back to the page above, where the host's own tabs lead only to the first of each. */
function Back({ route }: { route: Route }) {
  const words = useTexts(shellTexts)
  const styles = useStyles()
  if (tabs.some((page) => page === route.page)) return null
  const above = route.page === 'pair' || route.page === 'review' ? 'people' : 'today'
  return (
    <a href={hrefOf({ page: above })} className={styles.link}>
      <ChevronLeftRegular aria-hidden />
      {words[above]}
    </a>
  )
}

/** The tab under which a page lies. */
const tabOf = ({ page }: Route): string => (page === 'pair' || page === 'review' ? 'people' : page)

function PageLink(props: {
  page: 'today' | 'people' | 'commitments' | 'library' | 'settings' | 'organisation'
  isHere?: boolean
  isListed?: boolean
}) {
  const words = useTexts(shellTexts)
  const styles = useStyles()
  const { page, isHere = false, isListed = false } = props
  return (
    <a
      href={hrefOf({ page })}
      className={mergeClasses(styles.link, isHere && styles.here, isListed && styles.listed)}
      aria-current={isHere ? 'page' : undefined}
    >
      {words[page]}
    </a>
  )
}

/** The pages that one needs once a month; the organisation's for its admins only. */
function More() {
  const words = useTexts(shellTexts)
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { data } = useQuery(getTemplates, open ? { query: { scope: 'organisation' } } : null, { keep: true })
  return (
    <nav
      aria-label={words.more}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return
        setOpen(false)
        button.current?.focus()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
      onClick={({ target }) => {
        if (target instanceof HTMLAnchorElement) setOpen(false)
      }}
    >
      <Button
        ref={button}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={words.more}
        title={words.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className={styles.list}>
          <PageLink page="library" isListed />
          <PageLink page="settings" isListed />
          {data?.mayChange && <PageLink page="organisation" isListed />}
        </div>
      )}
    </nav>
  )
}
