import { Button, Text, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useSurroundings } from '../lib/surroundings.tsx'
import { privacy } from '../lib/texts/privacy.ts'

/**
 * What does not belong where one types. It stands on a screen once, where it is seen while typing.
 * @param folded only the question, beside fields of a screen where it stands already, to unfold there
 */
export function SpecialData({ folded = false }: { folded?: boolean }) {
  const { language } = useSurroundings()
  const words = privacy[language]
  const [open, setOpen] = useState(!folded)
  const line = (
    <Text
      size={200}
      block
      style={{ color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS }}
    >
      {words.special}
    </Text>
  )
  if (!folded) return line
  return (
    <div>
      <Button
        appearance="subtle"
        size="small"
        icon={<InfoRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.notHere}
      </Button>
      {open && line}
    </div>
  )
}
