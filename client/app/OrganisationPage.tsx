import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Quiet } from '../components/basics.tsx'
import { useLinkLook } from '../components/link-look.ts'
import { ListDetail } from '../components/ListDetail.tsx'
import { inWords } from '../lib/api.ts'
import { useTexts } from '../lib/app-context.tsx'
import { hrefOf, sections, type Route, type Section } from '../lib/route.ts'
import { Keeping, LanguageAndParts } from '../organisation/SettingsSections.tsx'
import { Offer } from '../templates/Offer.tsx'
import { TemplateEditor } from '../templates/TemplateEditor.tsx'
import { TemplateLinks } from '../templates/TemplateLinks.tsx'
import { shownOf, TemplatePage } from '../templates/TemplatePage.tsx'
import { idOf, useTemplates } from '../templates/useTemplates.ts'
import { organisationTexts } from './organisation-texts.ts'
import { shellTexts } from './shell-texts.ts'
import { Title } from './Title.tsx'

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalS },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  link: { minHeight: '32px' },
})

/** The templates and settings of the whole organisation, for its admins. */
export function OrganisationPage({ route }: { route: Route }) {
  const words = useTexts(organisationTexts)
  const templates = useTemplates('organisation', true)
  const { set, failure } = templates
  if (!set) return failure && <Text role="alert">{inWords(failure)}</Text>
  if (!set.mayChange) return <Text>{words.notYours}</Text>
  if (route.page === 'template' && route.isChanged)
    return <TemplateEditor templates={templates} templateId={route.templateId} />
  const section = route.page === 'organisation' ? route.section : 'templates'
  switch (section) {
    case 'templates': {
      const shown = shownOf(templates, route)
      const isDetail = route.page !== 'organisation'
      return (
        <ListDetail
          head={<Head section={section} isPage={!isDetail} />}
          list={<TemplateLinks templates={templates} here={shown ? idOf(shown) : null} />}
          detail={<TemplatePage templates={templates} route={route} />}
          isDetail={isDetail}
        />
      )
    }
    case 'offer':
      return <Under section={section} children={<Offer templates={templates} />} />
    case 'language':
      return <Under section={section} children={<LanguageAndParts />} />
    case 'keeping':
      return <Under section={section} children={<Keeping />} />
  }
}

const Under = ({ section, children }: { section: Section; children: React.ReactNode }) => (
  <>
    <div className={useStyles().head}>
      <Head section={section} isPage />
    </div>
    {children}
  </>
)

/** The head of the admins' pages: what they never show, and the ways between them. */
function Head({ section, isPage }: { section: Section; isPage: boolean }) {
  const shell = useTexts(shellTexts)
  const words = useTexts(organisationTexts)
  const look = useLinkLook()
  const styles = useStyles()
  return (
    <>
      <Title isPage={isPage}>{shell.organisation}</Title>
      <Quiet>{words.never}</Quiet>
      <nav aria-label={words.pages} className={styles.links}>
        {sections.map((one) => (
          <a
            key={one}
            href={hrefOf({ page: 'organisation', section: one })}
            className={mergeClasses(look.link, styles.link, one === section && look.here)}
            aria-current={one === section ? 'page' : undefined}
          >
            {words.sections[one]}
          </a>
        ))}
      </nav>
    </>
  )
}
