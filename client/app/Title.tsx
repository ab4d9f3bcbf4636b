import { Heading } from '../components/basics.tsx'
import { PageTitle } from '../components/PageTitle.tsx'

/** The title over a list: of the page, unless the page is about what was chosen in it. */
export const Title = ({ isPage, children }: { isPage: boolean; children: string }) =>
  isPage ? (
    <PageTitle>{children}</PageTitle>
  ) : (
    <Heading as="p" size={500}>
      {children}
    </Heading>
  )
