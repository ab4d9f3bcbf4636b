import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Pair } from '../../../server/contract/pair.ts'
import { Quiet, Row } from '../../components/basics.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { DeletePair, EndPair } from './Farewell.tsx'
import { AuditLog } from './AuditLog.tsx'
import { myDataTexts } from './texts.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
})

type Part = 'auditLog' | 'end' | 'delete'

/** One pair: whether it goes on, its audit log, and the two ways to part. */
export function PairItem({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { language } = useAppContext()
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  const [open, setOpen] = useState<Part | null>(null)
  const other = otherOf(pair).name
  const day = (instant: string) => dayOfInstantInWords(instant, language, undefined)
  const parts: { part: Part; name: string; label: string }[] = [
    { part: 'auditLog', name: words.auditLogShort, label: words.auditLog(other) },
    ...(pair.ended ? [] : [{ part: 'end' as const, name: words.end, label: words.endNamed(other) }]),
    { part: 'delete', name: words.delete, label: words.deleteNamed(other) },
  ]
  const parting = { pair, other, onDone: onChanged, onCancel: () => setOpen(null) }
  return (
    <li className={styles.root}>
      <div>
        <Text weight="semibold" block>
          {other}
        </Text>
        <Quiet>{pair.ended ? words.ended(day(pair.ended)) : words.goesOn}</Quiet>
        {pair.goesOn && (
          <Text size={200} block>
            {words.deletedOn(day(pair.goesOn))}
          </Text>
        )}
      </div>
      <Row>
        {parts.map(({ part, name, label }) => (
          <Button
            key={part}
            aria-expanded={open === part}
            aria-label={label}
            onClick={() => setOpen(open === part ? null : part)}
          >
            {name}
          </Button>
        ))}
      </Row>
      {open === 'auditLog' && <AuditLog pair={pair} />}
      {open === 'end' && !pair.ended && <EndPair {...parting} />}
      {open === 'delete' && <DeletePair {...parting} />}
    </li>
  )
}
