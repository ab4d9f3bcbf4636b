import { useEffect, useState } from 'react'
import { ListDetail } from '../components/ListDetail.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { goInstead } from '../lib/go.ts'
import type { Route } from '../lib/route.ts'
import { openKey, type Writing } from '../questions/OwnQuestion.tsx'
import { QuestionLinks } from '../questions/QuestionLinks.tsx'
import { QuestionPage } from '../questions/QuestionPage.tsx'
import { useMyQuestions } from '../questions/useMyQuestions.ts'
import { TemplateEditor } from '../templates/TemplateEditor.tsx'
import { TemplateLinks } from '../templates/TemplateLinks.tsx'
import { shownOf, TemplatePage } from '../templates/TemplatePage.tsx'
import { idOf, useTemplates } from '../templates/useTemplates.ts'
import { shellTexts } from './shell-texts.ts'
import { Title } from './Title.tsx'

/** A coach's templates and the questions that a person wrote: lists, and one of them to read or to change. */
export function LibraryPage({ route, isCoach }: { route: Route; isCoach: boolean }) {
  const { kept } = useAppContext()
  const words = useTexts(shellTexts)
  const templates = useTemplates('team', isCoach)
  const questions = useMyQuestions()
  const isList = route.page === 'library'
  // A form that was open comes back with what was typed in it, as one comes here and not as one goes back from it.
  const [writing] = useState(() => (isList ? kept.recallAs<Writing | null>(openKey, null) : null))
  useEffect(() => {
    if (writing) goInstead({ page: 'question', ownId: writing.id })
  }, [writing])
  if (route.page === 'template' && route.isChanged)
    return <TemplateEditor templates={templates} templateId={route.templateId} />
  const shown = route.page === 'question' ? undefined : shownOf(templates, route)
  return (
    <ListDetail
      head={<Title isPage={isList}>{isCoach ? words.library : words.questions}</Title>}
      list={
        <>
          {isCoach && <TemplateLinks templates={templates} here={shown ? idOf(shown) : null} />}
          <QuestionLinks questions={questions} here={route.page === 'question' ? route.ownId : null} />
        </>
      }
      detail={
        route.page === 'question' ? (
          <QuestionPage
            questions={questions}
            ownId={route.ownId}
            own={isCoach ? 'coach' : 'employee'}
            key={route.ownId}
          />
        ) : (
          <TemplatePage templates={templates} route={route} />
        )
      }
      isDetail={!isList}
    />
  )
}
