import type { ComingMeeting, OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Initials } from '../../components/Initials.tsx'
import { RowItem, Rows } from '../../components/Rows.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { soonInWords } from '../../lib/near-days.ts'
import { hrefOf } from '../../lib/route.ts'
import { todayTexts } from './texts.ts'

const week = 7 * 24 * 60 * 60 * 1000
/** Rows that are shown; the rest is under People. */
const most = 6

/** The conversations of the coming days, each a way in. */
export function Week({ overview, meetings }: { overview: OneOnOnes; meetings: ComingMeeting[] }) {
  const { language } = useAppContext()
  const words = useTexts(todayTexts)
  const { now } = overview
  const soon = meetings.filter(({ start }) => Date.parse(start) - Date.parse(now) < week)
  const shown = (soon.length > 0 ? soon : meetings).slice(0, most)
  return (
    <Surface title={soon.length > 0 ? words.week : words.later}>
      <Rows>
        {shown.map(({ iCalUId, start, other, pairId, preparation }) => (
          <RowItem
            key={iCalUId}
            href={hrefOf({ page: 'meeting', iCalUId, start })}
            first={<Initials name={other.name} />}
            end={pairId ? words.prepared[preparation.mine] : ''}
          >
            {`${soonInWords(start, now, language, undefined)} · ${firstName(other.name)}`}
          </RowItem>
        ))}
      </Rows>
      {meetings.length > shown.length && (
        <div>
          <LinkButton href={hrefOf({ page: 'people' })}>{words.all}</LinkButton>
        </div>
      )}
    </Surface>
  )
}
