import { Rating, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { putRating, type FeedbackAnswer, type Rating as Given } from '../../../server/contract/feedback.ts'
import { Failed } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { ShowEachOther } from './ShowEachOther.tsx'
import { feedbackTexts } from './texts.ts'

const useStyles = makeStyles({
  root: { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalXS },
})

/** How the conversation was, in one tap that is saved at once. */
export function Stars(props: {
  conversationId: string
  other: string
  said: FeedbackAnswer
  onSaid: (said: FeedbackAnswer) => void
}) {
  const { api } = useAppContext()
  const words = useTexts(feedbackTexts)
  const styles = useStyles()
  const { conversationId, other, said, onSaid } = props
  const [tapped, setTapped] = useState<Given | null>(null)
  const [wish, setWish] = useState(false)
  const [failed, setFailed] = useState(false)
  // One after the other: the last tap is the one that counts.
  const sending = useRef(Promise.resolve())
  const last = useRef<Given | null>(null)
  const shown = tapped ?? said.rating
  const wants = shown?.showEachOther ?? wish

  const rate = (rating: Given) => {
    setTapped(rating)
    setFailed(false)
    last.current = rating
    sending.current = sending.current.then(async () => {
      // Tapped over in the meantime.
      if (last.current !== rating) return
      try {
        onSaid(await api(putRating, { params: { conversationId }, body: rating }))
      } catch {
        setFailed(true)
      }
      if (last.current === rating) setTapped(null)
    })
  }
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text id="stars">{words.title}</Text>
      <Rating
        size="extra-large"
        color="brand"
        aria-labelledby="stars"
        value={shown?.value ?? 0}
        itemLabel={(value) => words.stars[value - 1] ?? ''}
        onChange={(_e, { value }) => rate({ value, showEachOther: wants })}
      />
      {said.theirRating !== null && <Text size={200}>{words.theirs(other, String(said.theirRating))}</Text>}
      <ShowEachOther
        other={other}
        isRated={shown !== null}
        isTheirsShown={said.theirRating !== null}
        wants={wants}
        onWish={(wanted) => {
          setWish(wanted)
          if (shown) rate({ value: shown.value, showEachOther: wanted })
        }}
      />
      {failed && <Failed>{words.failed}</Failed>}
    </section>
  )
}
