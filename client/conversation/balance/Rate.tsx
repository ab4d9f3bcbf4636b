import { Checkbox, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { BalanceAnswer, Rating } from '../../../server/contract/balance.ts'
import { Group } from '../../components/Group.tsx'
import { NumberScale } from '../../components/NumberScale.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { balance } from '../../lib/texts/balance.ts'

/** How the talk was, in one tap that is saved at once; each other's number when both want that. */
export function Rate(props: {
  path: string
  other: string
  said: BalanceAnswer
  onSaid: (said: BalanceAnswer) => void
}) {
  const { api, texts, language } = useSurroundings()
  const words = balance[language]
  const { path, other, said, onSaid } = props
  const [tapped, setTapped] = useState<Rating | null>(null)
  const [wish, setWish] = useState(false)
  const [failed, setFailed] = useState(false)
  // One after the other: the last tap is the one that counts.
  const sending = useRef(Promise.resolve())
  const last = useRef<Rating | null>(null)
  const shown = tapped ?? said.rating
  const wants = shown?.showEachOther ?? wish

  const rate = (rating: Rating) => {
    setTapped(rating)
    setFailed(false)
    last.current = rating
    sending.current = sending.current.then(async () => {
      // Tapped over in the meantime.
      if (last.current !== rating) return
      try {
        onSaid(await api<BalanceAnswer>('PUT', `${path}/rating`, rating))
      } catch {
        setFailed(true)
      }
      if (last.current === rating) setTapped(null)
    })
  }
  return (
    <Group name={words.rate}>
      <NumberScale
        label={words.rate}
        upTo={5}
        value={shown?.value ?? null}
        onChange={(value) => rate({ value, showEachOther: wants })}
        legend={words.stars}
        names={words.stars}
      />
      <Checkbox
        label={words.show(other)}
        checked={wants}
        onChange={(_e, { checked }) => {
          setWish(checked === true)
          if (shown) rate({ value: shown.value, showEachOther: checked === true })
        }}
      />
      <Text size={200} role="status">
        {said.theirRating !== null
          ? words.theirs(other, String(said.theirRating))
          : wants && shown
            ? words.waiting(other)
            : words.mineAlone}
        {shown && ` ${tapped ? texts.saving : `${texts.saved}.`}`}
      </Text>
      {failed && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {words.failed}
        </Text>
      )}
    </Group>
  )
}
