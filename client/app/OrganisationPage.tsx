import { PageTitle } from '../components/PageTitle.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { Organisation } from '../templates/Organisation.tsx'
import { shellTexts } from './shell-texts.ts'

/** The templates and settings of the whole organisation, for its admins. */
export function OrganisationPage() {
  const words = useTexts(shellTexts)
  return (
    <>
      <PageTitle>{words.organisation}</PageTitle>
      <Organisation />
    </>
  )
}
