import { Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Bullets } from '../components/basics.tsx'
import { inWords, type Failure } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { placeInWords } from './places.ts'
import { templateTexts } from './texts.ts'

/** Why something was refused: in a sentence, and everything that is wrong with its place. */
export function Mistakes({ failure, template }: { failure: Failure | null; template?: unknown }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed may be far from here.
    if (failure) place.current?.scrollIntoView({ block: 'nearest' })
  }, [failure])
  if (!failure) return null
  const { errors } = failure
  return (
    <div role="alert" ref={place} style={{ color: tokens.colorStatusDangerForeground1 }}>
      <Text block>{errors.length > 0 ? words.wrong : inWords(failure)}</Text>
      {errors.length > 0 && (
        <Bullets
          lines={errors.map(
            ({ pointer, message }) => `${placeInWords(pointer, template, words, language)}: ${message}`,
          )}
        />
      )}
    </div>
  )
}
