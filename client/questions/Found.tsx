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
import { useAppContext, useTexts } from '../lib/app-context.tsx'
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
  /** Taking it, where it can be taken, and what that is called; `taken`: it is already. */
  take?: { name: string; taken: boolean; onTake: () => void }
  /** One press takes it. */
  onPress?: () => void
  onChanged: () => void
  onWrite?: (writing: Writing) => void
}) {
  const { api, language } = useAppContext()
  const words = useTexts(questionTexts)
  const styles = useStyles()
  const { question, take, onPress, onChanged, onWrite } = props
  const { id, ownId, favourite, source, revision } = question
  const text = question.text[language]
  const { busy, refused, run } = useAction()
  const call = async (send: () => Promise<unknown>) => {
    await run(send)
    onChanged()
  }
  const named = (name: string) => `${name}: ${text}`
  return (
    <>
      {!onPress && (
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
        {onPress && (
          <Button appearance="subtle" className={styles.press} onClick={onPress}>
            <span>
              {text}
              {source !== 'library' && <Quiet style={{ color: 'inherit' }}>{words.sources[source]}</Quiet>}
            </span>
          </Button>
        )}
        {take && (
          <Button
            size="small"
            disabledFocusable={take.taken}
            aria-label={named(take.taken ? words.picked : take.name)}
            onClick={take.onTake}
          >
            {take.taken ? words.picked : take.name}
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
