import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  deleteFavourite,
  deleteOwnQuestion,
  putFavourite,
  type FoundQuestion,
} from '../../server/contract/question.ts'
import { Failed, Quiet } from '../components/basics.tsx'
import { Confirm } from '../components/Confirm.tsx'
import { Star } from '../components/Star.tsx'
import { useAppContext, useTexts, type FindQuestionsProps } from '../lib/app-context.tsx'
import type { Writing } from './OwnQuestion.tsx'
import { questionTexts } from './texts.ts'
import { useAction } from '../lib/useAction.ts'

const useStyles = makeStyles({
  press: {
    flex: '1 1 160px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** One question that was found: where it comes from, taking it, its star, and changing it when it is mine. */
export function Found(props: {
  question: FoundQuestion
  /** Several are taken; else one press takes a question. */
  several: FindQuestionsProps['several']
  onTake: () => void
  onChanged: () => void
  /** Undefined: mine are not changed here. */
  onWrite: ((writing: Writing) => void) | undefined
}) {
  const { api, language } = useAppContext()
  const words = useTexts(questionTexts)
  const styles = useStyles()
  const { question, several, onTake, onChanged, onWrite } = props
  const { id, ownId, favourite, source, revision } = question
  const text = question.text[language]
  const { busy, refused, run } = useAction()
  const call = async (send: () => Promise<unknown>) => {
    await run(send)
    onChanged()
  }
  const named = (name: string) => `${name}: ${text}`
  const isTaken = several?.taken.includes(id) ?? false
  return (
    <>
      {several && (
        <>
          <Text>{text}</Text>
          <Quiet>
            {[
              question.purpose[language],
              words.sources[source],
              ...(ownId ? [question.phases.map((one) => words.phases[one]).join(', ')] : []),
            ].join(' · ')}
          </Quiet>
        </>
      )}
      <div className={styles.tools}>
        {several ? (
          <Button
            size="small"
            disabledFocusable={isTaken}
            aria-label={named(isTaken ? words.picked : several.take)}
            onClick={onTake}
          >
            {isTaken ? words.picked : several.take}
          </Button>
        ) : (
          <Button appearance="subtle" className={styles.press} onClick={onTake}>
            <span>
              {text}
              {source !== 'library' && <Quiet style={{ color: 'inherit' }}>{words.sources[source]}</Quiet>}
            </span>
          </Button>
        )}
        <Star
          on={favourite}
          name={named(words.favourite)}
          onToggle={() => {
            const turn = favourite ? deleteFavourite : putFavourite
            void call(() => api(turn, { params: { questionId: id } }))
          }}
        />
        {ownId && onWrite && (
          <>
            <Button
              size="small"
              aria-label={named(words.own.change)}
              onClick={() => onWrite({ id: ownId, question })}
            >
              {words.own.change}
            </Button>
            <Confirm
              small
              name={words.own.remove}
              label={named(words.own.remove)}
              question={words.own.sure}
              yes={words.own.removeNow}
              no={words.own.keepIt}
              busy={busy}
              onYes={() =>
                void call(() =>
                  api(deleteOwnQuestion, { params: { ownId }, query: { revision: String(revision) } }),
                )
              }
            />
          </>
        )}
      </div>
      {refused && <Failed size={200}>{refused}</Failed>}
    </>
  )
}
