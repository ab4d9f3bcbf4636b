import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import type { PastConversation } from '../../../server/contract/one-on-ones.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { Quiet } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { pastDayInWords } from '../../lib/near-days.ts'
import { courseOf, type Mark, type MarkKind } from './course.ts'
import { courseTexts } from './texts.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    '& + &::before': { content: '""', width: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorBrandForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { outline: '1px solid currentColor' },
  said: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-wrap',
  },
})

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }
/** A shape for each, so that they differ without colour too. */
const shapes: Record<MarkKind, React.ReactNode> = {
  made: <circle cx={7} cy={7} r={5} {...stroke} />,
  'followed-up': (
    <>
      <circle cx={7} cy={7} r={5} {...stroke} />
      <path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  progress: <circle cx={7} cy={7} r={2.5} fill="currentColor" />,
  done: <circle cx={7} cy={7} r={5.5} fill="currentColor" />,
  dropped: <path d="M3 3l8 8M11 3l-8 8" {...stroke} />,
}

/** The course of a commitment as one line of marks; pressing one shows the words of then. */
export function Course(props: {
  commitment: Commitment
  pair: Pair
  conversations: PastConversation[]
  now: string
}) {
  const { language } = useAppContext()
  const words = useTexts(courseTexts)
  const styles = useStyles()
  const id = useId()
  const [shown, setShown] = useState<string | null>(null)
  const { commitment, pair, conversations, now } = props
  const marks = courseOf(commitment, conversations)
  const labelOf = ({ at, kind }: Mark) =>
    words.mark(at ? pastDayInWords(at, now, language, undefined) : '', words.kind[kind])
  const open = marks.find(({ key }) => key === shown)
  const by = open?.by ? firstName(pair[open.by].name) : ''
  return (
    <div>
      <ol className={styles.line} aria-label={words.course(commitment.what)}>
        {marks.map((mark) => (
          <li key={mark.key} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.mark, mark.key === shown && styles.pressed)}
              aria-label={labelOf(mark)}
              title={labelOf(mark)}
              aria-expanded={mark.key === shown}
              {...(mark.key === shown ? { 'aria-controls': id } : {})}
              onClick={() => setShown(mark.key === shown ? null : mark.key)}
            >
              <svg width={14} height={14} aria-hidden focusable="false">
                {shapes[mark.kind]}
              </svg>
            </button>
          </li>
        ))}
      </ol>
      {open && (
        <div id={id} className={styles.said}>
          <Quiet>{[labelOf(open), isolated(by)].filter(Boolean).join(' · ')}</Quiet>
          {open.said.map(({ about, text }) => (
            <div key={`${about} ${text}`}>
              {about ? `${words.about[about]}: ${isolated(text)}` : isolated(text)}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
