import { PageTitle } from '../components/PageTitle.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { MyQuestions } from '../questions/MyQuestions.tsx'
import { Templates } from '../templates/Templates.tsx'
import { shellTexts } from './shell-texts.ts'

/** The questions that a person wrote, and a coach's templates. */
export function LibraryPage({ isCoach }: { isCoach: boolean }) {
  const words = useTexts(shellTexts)
  return (
    <>
      <PageTitle>{words.library}</PageTitle>
      <MyQuestions isCoach={isCoach} />
      {isCoach && <Templates />}
    </>
  )
}
