import { Button, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Group } from '../../components/Group.tsx'
import { SaveStatus } from '../../components/Saving.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { CommitmentForm, type CommitmentProps } from './CommitmentForm.tsx'
import { CommitmentLines } from './CommitmentLines.tsx'
import { CommitmentNudge } from '../nudges/CommitmentNudge.tsx'
import { RemoveCommitment } from './RemoveCommitment.tsx'

/** A commitment of this conversation: as it stands, or as a form. */
export function CommitmentItem(props: CommitmentProps & { isOpen: boolean }) {
  const { texts, language } = useSurroundings()
  const { commitment, conversation, isOpen } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  // The form goes with its save button; focus stays with the commitment.
  useEffect(() => {
    if (wasOpen.current && !isOpen) heading.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <Group name={props.title}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }} ref={heading} tabIndex={-1}>
        {props.title}
      </Text>
      {isOpen || !commitment ? (
        <CommitmentForm {...props} />
      ) : (
        <>
          <CommitmentLines
            commitment={{ ...commitment, owner: conversation.pair[commitment.owner].name }}
            heading={false}
          />
          {conversation.fixed.includes(commitment.id) ? (
            <Text size={200}>{precision[language].fixed}</Text>
          ) : (
            <>
              <SaveStatus state="saved" />
              <CommitmentNudge id={props.id} wording={commitment} whole now={conversation.now} />
              <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
                <Button onClick={() => props.onOpen(true)}>{texts.commitments.edit}</Button>
                <RemoveCommitment {...props} commitment={commitment} />
              </div>
            </>
          )}
        </>
      )}
    </Group>
  )
}
