import { Button, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { copyFile } from '../lib/copy-file.ts'
import type { GivenFile } from '../lib/download.ts'
import { fileTexts } from '../lib/file-texts.ts'

const useStyles = makeStyles({
  // Screen readers say what comes into a place that was there before; it takes no room until then.
  empty: { position: 'absolute' },
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    width: '100%',
  },
  text: { width: '100%', '& > textarea': { height: '120px', maxHeight: 'none' } },
  said: { overflowWrap: 'anywhere' },
})

/** A file that was asked for, and its text to copy: there is something to see each time, whatever the host did. */
export function FileBox({ file, says }: { file: GivenFile | null; says?: string | undefined }) {
  const { takesFiles } = useAppContext()
  const words = useTexts(fileTexts)
  const styles = useStyles()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<{ file: GivenFile; isDone: boolean } | null>(null)
  const told = file && (says ?? (takesFiles ? words.given(file.name) : words.notKept(file.name)))
  const copy = () => {
    if (file && field.current) setCopied({ file, isDone: copyFile(field.current, file) })
  }
  return (
    <div className={file ? styles.root : styles.empty}>
      <Text role="status" className={styles.said}>
        {told}
      </Text>
      {file && (
        <>
          <Textarea
            ref={field}
            readOnly
            className={styles.text}
            resize="vertical"
            aria-label={words.textOf(file.name)}
            value={file.text ?? file.content}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Button onClick={copy}>{words.copy}</Button>
          <Text role="status">
            {copied?.file === file && (copied.isDone ? words.copied : words.selected)}
          </Text>
        </>
      )}
    </div>
  )
}
