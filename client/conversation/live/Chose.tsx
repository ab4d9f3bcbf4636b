import { Button, Text } from '@fluentui/react-components'
import type { Pair } from '../../../server/contract/pair.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import { otherRole } from '../../lib/pair.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { liveTexts } from './texts.ts'
import type { LiveChoice } from './useItem.ts'

/** A note that the other's choice counts. A person who was overruled can take theirs back. */
export function Chose(props: { choice: LiveChoice; pair: Pair; named: (value: string) => string }) {
  const words = useTexts(liveTexts)
  const { choice, pair, named } = props
  const { chosen, overruled, choose } = choice
  const other = otherRole(pair.myRole)
  const isTheirs = chosen?.by === other
  return (
    <div role="status" style={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap' }}>
      {isTheirs && (
        <>
          <Text size={200}>{`${firstName(pair[other].name)}: ${named(chosen.value)}`}</Text>
          {overruled !== null && (
            <Button size="small" appearance="transparent" onClick={() => choose(overruled)}>
              {words.undo}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

const firstName = (name: string): string => isolated(name.split(' ')[0] ?? name)
