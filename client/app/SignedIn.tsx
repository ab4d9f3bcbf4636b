import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { prompted, SignInFailed, type Host } from '../hosts/host.ts'
import { signInWords } from '../hosts/sign-in-words.ts'
import { ownerOf, tokensOf } from '../hosts/token.ts'
import type { Language } from '../../server/contract/shape.ts'
import { ownerKey, type Owner } from '../lib/owner.ts'
import { commonTexts } from '../lib/texts.ts'

/**
 * Renders its children once it is known who signed in, so that nothing of somebody else shows. When the host turns out
 * to have signed in another person, they render again for that one, and calls with the earlier tokens are refused.
 */
export function SignedIn(props: {
  host: Host
  language: Language
  /** @param host gives tokens of the owner only */
  children: (host: Host, owner: Owner) => ReactNode
}) {
  const { host, language, children } = props
  const texts = commonTexts[language]
  const [owner, setOwner] = useState<Owner | null>(null)
  const [failure, setFailure] = useState<SignInFailed | null>(null)
  const own = useMemo(() => {
    if (!owner) return null
    const become = (other: Owner) =>
      setOwner((now) => (now && ownerKey(now) === ownerKey(other) ? now : other))
    return { host: { ...host, getToken: tokensOf(owner, host.getToken, become) }, owner }
  }, [host, owner])

  const find = useCallback(async () => {
    try {
      setOwner(ownerOf(await host.getToken()))
      setFailure(null)
    } catch (error) {
      if (!navigator.onLine) setFailure(new SignInFailed('offline'))
      else setFailure(error instanceof SignInFailed ? error : new SignInFailed('signed-out'))
    }
  }, [host])
  useEffect(() => {
    void Promise.resolve().then(find)
  }, [find])
  useEffect(() => {
    if (failure) host.ready()
  }, [failure, host])

  if (own) return children(own.host, own.owner)
  if (failure) {
    const { action, asks, ...words } = signInWords(failure, host.otherAccount(), language)
    const retry = async () => {
      const wanted = { consent: false, claims: undefined }
      if (!asks || (await prompted(host, wanted, setFailure))) await find()
    }
    return <Notice {...words} action={{ name: action, run: () => void retry() }} />
  }
  return (
    <main>
      <Waiting words={texts.loading} />
    </main>
  )
}
