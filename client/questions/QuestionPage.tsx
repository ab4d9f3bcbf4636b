import type { Role } from '../../server/contract/pair.ts'
import { deleteOwnQuestion } from '../../server/contract/question.ts'
import { Failed } from '../components/basics.tsx'
import { Confirm } from '../components/Confirm.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { goInstead } from '../lib/go.ts'
import { useAction } from '../lib/useAction.ts'
import { OwnQuestion } from './OwnQuestion.tsx'
import { questionTexts } from './texts.ts'
import type { MyQuestions } from './useMyQuestions.ts'

/** A question of one's own that an address names: written anew, changed or removed. */
export function QuestionPage(props: { questions: MyQuestions; ownId: string; own: Role }) {
  const { api } = useAppContext()
  const words = useTexts(questionTexts)
  const { questions, ownId, own } = props
  const { mine, reload } = questions
  const { busy, refused, run } = useAction()
  const question = mine?.find((one) => one.ownId === ownId) ?? null
  const leave = () => {
    void reload()
    goInstead({ page: 'library' })
  }
  const remove = (revision: number) =>
    run(async () => {
      try {
        await api(deleteOwnQuestion, { params: { ownId }, query: { revision: String(revision) } })
      } catch (error) {
        await reload()
        throw error
      }
      leave()
    })
  if (!mine) return <Waiting words={words.searching} />
  return (
    <>
      <PageTitle>{question ? words.own.change : words.own.make}</PageTitle>
      <OwnQuestion
        key={ownId}
        writing={{ id: ownId, question }}
        phase="focus"
        own={own}
        onBehind={() => void reload()}
        onClose={leave}
      />
      {question && (
        <Confirm
          small
          name={words.own.remove}
          question={words.own.sure}
          yes={words.own.removeNow}
          no={words.own.keepIt}
          busy={busy}
          onYes={() => void remove(question.revision ?? 0)}
        />
      )}
      {refused && <Failed>{refused}</Failed>}
    </>
  )
}
