import { useState } from 'react'
import { useAppContext } from './app-context.tsx'
import { download, type GivenFile } from './download.ts'

/** The file that was last asked for, to be shown by FileBox: a host may keep none, or the first one only, without a word. */
export function useFile() {
  const { takesFiles } = useAppContext()
  const [given, setGiven] = useState<GivenFile | null>(null)
  const give = (file: GivenFile) => {
    if (takesFiles) download(file)
    setGiven(file)
  }
  return { given, give }
}
