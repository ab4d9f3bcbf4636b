import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ComingMeeting, OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Heading } from '../../components/basics.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Initials } from '../../components/Initials.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { soonInWords } from '../../lib/near-days.ts'
import { hrefOf } from '../../lib/route.ts'
import { todayTexts } from './texts.ts'

/** From so long before its start on, the conversation itself is opened; milliseconds. */
const nearly = 15 * 60_000

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flex: '1 1 200px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The next conversation, what is known of it, and the way in. */
export function NextConversation({ meeting, overview }: { meeting: ComingMeeting; overview: OneOnOnes }) {
  const { language } = useAppContext()
  const words = useTexts(todayTexts)
  const styles = useStyles()
  const { iCalUId, start, other, pairId, preparation } = meeting
  const { now, pairs } = overview
  const name = firstName(other.name)
  const open = pairs.find(({ pair }) => pair.id === pairId)?.commitments.length ?? 0
  const facts = [
    ...(open > 0 ? [words.carried(open)] : []),
    ...(preparation.theirs === 'shared' ? [words.theyShared(name)] : []),
    ...(preparation.mine === 'draft' ? [words.draft] : []),
  ]
  const isSoon = Date.parse(start) - Date.parse(now) < nearly
  const when = start <= now ? words.now(name) : words.at(soonInWords(start, now, language, undefined), name)
  return (
    <Surface>
      <div className={styles.root}>
        <Initials name={other.name} size={40} />
        <div className={styles.words}>
          <Heading size={400} block>
            {when}
          </Heading>
          {facts.length > 0 && (
            <Text size={200} style={{ color: tokens.colorNeutralForeground2 }}>
              {facts.join(' · ')}
            </Text>
          )}
        </div>
        <div className={styles.actions}>
          <LinkButton
            href={hrefOf({ page: 'meeting', iCalUId, start })}
            label={isSoon ? undefined : words.opens(other.name)}
            isPrimary
          >
            {isSoon ? words.open : words.prepare}
          </LinkButton>
          {pairId && <LinkButton href={hrefOf({ page: 'pair', pairId })}>{words.to(name)}</LinkButton>}
        </div>
      </div>
    </Surface>
  )
}
