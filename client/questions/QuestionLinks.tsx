import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { Quiet } from '../components/basics.tsx'
import { ListLink } from '../components/ListLink.tsx'
import { Rows } from '../components/Rows.tsx'
import { Surface } from '../components/Surface.tsx'
import { inWords } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { go } from '../lib/go.ts'
import { hrefOf } from '../lib/route.ts'
import { commonTexts } from '../lib/texts.ts'
import { questionTexts } from './texts.ts'
import type { MyQuestions } from './useMyQuestions.ts'

/** The questions that I wrote, for which part of a conversation, and whether the team has them too. */
export function QuestionLinks({ questions, here }: { questions: MyQuestions; here: string | null }) {
  const { language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(questionTexts)
  const { mine, failure, reload } = questions
  return (
    <Surface
      title={words.mine.title}
      action={
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => go({ page: 'question', ownId: crypto.randomUUID() })}
        >
          {words.own.make}
        </Button>
      }
    >
      {failure && (
        <>
          <Text role="alert">{inWords(failure)}</Text>
          <Button size="small" onClick={() => void reload()}>
            {common.retry}
          </Button>
        </>
      )}
      {mine?.length === 0 && <Text>{words.mine.none}</Text>}
      {mine && mine.length > 0 && (
        <Rows label={words.mine.title}>
          {mine.map(({ id, ownId = '', text, source, phases }) => (
            <ListLink
              key={id}
              href={hrefOf({ page: 'question', ownId })}
              isHere={ownId === here}
              note={`${words.sources[source]} · ${phases.map((one) => words.phases[one]).join(', ')}`}
            >
              {text[language]}
            </ListLink>
          ))}
        </Rows>
      )}
      <Quiet>{words.mine.where}</Quiet>
    </Surface>
  )
}
