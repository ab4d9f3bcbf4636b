import { useCallback, useEffect, useRef, useState } from 'react'
import {
  getConversation,
  openConversation,
  type Conversation,
  type OpenedConversation,
} from '../../server/contract/conversation.ts'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { makePair, type Role } from '../../server/contract/pair.ts'
import { SignInFailed, type Host, type NoMeeting } from '../hosts/host.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { commonTexts } from '../lib/texts.ts'
import { useFresh } from './useFresh.ts'

/** The failures that a sign-in prompt of the host can solve. */
const promptSlugs = new Set(['consent-required', 'proof-required', 'unauthenticated'])

/** How soon an event that was not saved is looked at again, milliseconds. */
const lookAgainAfter = 3_000

export type Opened =
  | { state: 'loading' }
  | { state: 'no-meeting'; why: NoMeeting }
  | { state: 'failed'; failure: Failure }
  | (Extract<OpenedConversation, { kind: 'roles-needed' }> & { state: 'roles' })
  | (Extract<OpenedConversation, { kind: 'person-needed' }> & { state: 'person' })
  | { state: 'open'; conversation: Conversation }
  /** It was open, and is not this person's to read any more. */
  | { state: 'gone'; conversation: Conversation }

/** The conversation of a meeting; or one that is known, which needs no calendar any more. */
export type Asked = MeetingReference | { conversationId: string }

/** Opens the conversation that is asked for, and keeps it fresh. */
export function useOpened(host: Host, findAsked: () => Promise<Asked | NoMeeting>) {
  const { api, language, kept } = useAppContext()
  const { blocked } = useTexts(commonTexts)
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  const reference = useRef<MeetingReference | null>(null)

  const fail = useCallback(
    (error: unknown) => setOpened({ state: 'failed', failure: failureOf(error, language) }),
    [language],
  )
  const open = useCallback(async () => {
    try {
      const asked = await findAsked()
      if (typeof asked === 'string') return setOpened({ state: 'no-meeting', why: asked })
      if ('conversationId' in asked) {
        const conversation = await api(getConversation, { params: asked })
        return setOpened({ state: 'open', conversation })
      }
      reference.current = asked
      const answer = await api(openConversation, { body: asked })
      setOpened(
        answer.kind === 'conversation'
          ? { state: 'open', conversation: answer.conversation }
          : answer.kind === 'roles-needed'
            ? { ...answer, state: 'roles' }
            : { ...answer, state: 'person' },
      )
    } catch (error) {
      fail(error)
    }
  }, [api, findAsked, fail])

  useEffect(() => {
    void Promise.resolve().then(open)
  }, [open])

  // Outlook says nothing when an event is saved, and a new series has no id for a while after.
  const isUnsaved = opened.state === 'no-meeting' && opened.why === 'not-saved'
  useEffect(() => {
    if (!isUnsaved) return
    const timer = setInterval(() => void open(), lookAgainAfter)
    return () => clearInterval(timer)
  }, [isUnsaved, open])

  // The host may show what stands now, a message about a failure included.
  useEffect(() => {
    if (opened.state !== 'loading') host.ready()
  }, [opened.state, host])

  const update = useCallback(
    (change: (conversation: Conversation) => Conversation) =>
      setOpened((now) => (now.state === 'open' ? { ...now, conversation: change(now.conversation) } : now)),
    [],
  )
  const id = opened.state === 'open' ? opened.conversation.id : null
  const goneNow = useCallback(
    () => setOpened((now) => (now.state === 'open' ? { ...now, state: 'gone' } : now)),
    [],
  )
  const fresh = useFresh(id, update, goneNow)

  // Unsent text goes too, once the screen that keeps it is gone.
  useEffect(() => {
    if (opened.state !== 'gone') return
    const { id: conversationId, commitments, followUps } = opened.conversation
    for (const one of [conversationId, ...[...commitments, ...followUps].map((each) => each.id)])
      kept.forgetAll(one)
  }, [opened, kept])

  const chooseRole = async (myRole: Role) => {
    if (!reference.current) return
    try {
      await api(makePair, { body: { meeting: reference.current, myRole } })
    } catch (error) {
      return fail(error)
    }
    await open()
  }

  /** Signs in or asks for consent where that is what was missing, and opens again. */
  const retry = async () => {
    const failure = opened.state === 'failed' ? opened.failure : null
    if (failure && promptSlugs.has(failure.slug)) {
      try {
        await host.prompt({ consent: failure.slug === 'consent-required', claims: failure.claims })
      } catch (error) {
        // Declined: the question stands as it stood. Not let in: who can change that.
        if (!(error instanceof SignInFailed && error.reason === 'blocked')) return
        return setOpened({ state: 'failed', failure: { ...failure, ...blocked } })
      }
    }
    setOpened({ state: 'loading' })
    await open()
  }
  return { opened, ...fresh, chooseRole, retry }
}
