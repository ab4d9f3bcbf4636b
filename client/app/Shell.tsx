import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { useRef, useState, type ReactNode } from 'react'
import { getTemplates } from '../../server/contract/template.ts'
import { useLinkLook } from '../components/link-look.ts'
import { Moves } from '../components/PageTitle.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { takesEscape } from '../lib/escape.ts'
import { useQuery } from '../lib/query.ts'
import { hrefOf, type Route } from '../lib/route.ts'
import { above } from './above.ts'
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
            <Back route={route} hasTabs={hasTabs} />
            {!hasTabs &&
              tabs.map((page) => <PageLink key={page} to={{ page }} isHere={tabOf(route) === page} />)}
          </nav>
          <More />
        </div>
        {children}
      </div>
    </Moves>
  )
}

/** The way back to the page above, unless a tab of the app's own leads there. */
function Back({ route, hasTabs }: { route: Route; hasTabs: boolean }) {
  const look = useLinkLook()
  const name = useNameOf()
  const to = above(route)
  if (!to || (!hasTabs && isTab(to))) return null
  return (
    <a href={hrefOf(to)} className={look.link}>
      <ChevronLeftRegular aria-hidden />
      {name(to)}
    </a>
  )
}

const isTab = ({ page }: Route): boolean => tabs.some((one) => one === page)

/** The tab under which a page lies. */
const tabOf = ({ page }: Route): string => (page === 'pair' || page === 'review' ? 'people' : page)

/** The name of a page that something leads to. */
function useNameOf() {
  const words = useTexts(shellTexts)
  return ({ page }: Route): string => {
    switch (page) {
      case 'today':
      case 'people':
      case 'commitments':
      case 'library':
      case 'settings':
      case 'organisation':
        return words[page]
      default:
        return words.template
    }
  }
}

function PageLink(props: { to: Route; isHere?: boolean; isListed?: boolean }) {
  const look = useLinkLook()
  const styles = useStyles()
  const name = useNameOf()
  const { to, isHere = false, isListed = false } = props
  return (
    <a
      href={hrefOf(to)}
      className={mergeClasses(look.link, isHere && look.here, isListed && styles.listed)}
      aria-current={isHere ? 'page' : undefined}
    >
      {name(to)}
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
      onKeyDown={(event) => {
        if (!open || !takesEscape(event)) return
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
          <PageLink to={{ page: 'library' }} isListed />
          <PageLink to={{ page: 'settings' }} isListed />
          {data?.mayChange && <PageLink to={{ page: 'organisation', section: 'templates' }} isListed />}
        </div>
      )}
    </nav>
  )
}
