import { useRef, useState } from 'react'
import { sentenceOf } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'

/**
 * Choices that are saved one by one, as soon as they are made. Each is shown as chosen until the server has answered; when
 * it refuses, it is as it was, and `failed` says why.
 * @param send brings one choice; `saved` has it when this is done
 */
export function useAtOnce<Value>(
  saved: Readonly<Record<string, Value>>,
  send: (name: string, value: Value) => Promise<void>,
) {
  const { language } = useAppContext()
  const [pending, setPending] = useState<Readonly<Record<string, Value>>>({})
  const [failed, setFailed] = useState<string | null>(null)
  /** How often each was chosen: an answer is of the last time, or of no use any more. */
  const times = useRef<Record<string, number>>({})
  return {
    value: { ...saved, ...pending },
    failed,
    async choose(name: string, value: Value): Promise<void> {
      const time = (times.current[name] ?? 0) + 1
      times.current[name] = time
      setPending((now) => ({ ...now, [name]: value }))
      setFailed(null)
      try {
        await send(name, value)
      } catch (error) {
        setFailed(sentenceOf(error, language))
      }
      if (times.current[name] === time) setPending(({ [name]: _answered, ...rest }) => rest)
    },
  }
}
