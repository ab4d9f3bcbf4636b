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

/** One pair: whether it goes on, its audit log, and the two ways to part. */
export function PairItem({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { language } = useAppContext()
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  const [open, setOpen] = useState<'auditLog' | 'end' | 'delete' | null>(null)
  const other = otherOf(pair).name
  const day = (instant: string) => dayOfInstantInWords(instant, language, undefined)
  const toggle = (what: typeof open) => setOpen(open === what ? null : what)
  const part = { pair, other, onDone: onChanged, onCancel: () => setOpen(null) }
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
        <Button
          aria-expanded={open === 'auditLog'}
          aria-label={words.auditLog(other)}
          onClick={() => toggle('auditLog')}
        >
          {words.auditLogShort}
        </Button>
        {!pair.ended && (
          <Button
            aria-expanded={open === 'end'}
            aria-label={words.endNamed(other)}
            onClick={() => toggle('end')}
          >
            {words.end}
          </Button>
        )}
        <Button
          aria-expanded={open === 'delete'}
          aria-label={words.deleteNamed(other)}
          onClick={() => toggle('delete')}
        >
          {words.delete}
        </Button>
      </Row>
      {open === 'auditLog' && <AuditLog pair={pair} />}
      {open === 'end' && !pair.ended && <EndPair {...part} />}
      {open === 'delete' && <DeletePair {...part} />}
    </li>
  )
}
