import { useCallback, useEffect, useRef, useState } from 'react'
import {
  getConversation,
  openConversation,
  type Conversation,
  type OpenedConversation,
} from '../../server/contract/conversation.ts'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { makePair, type Role } from '../../server/contract/pair.ts'
import type { Language } from '../../server/contract/shape.ts'
import { prompted, SignInFailed, type Host, type NoMeeting, type OtherAccount } from '../hosts/host.ts'
import { retryOf, signInWords } from '../hosts/sign-in-words.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'
import { useFresh } from './useFresh.ts'

/** The failures that come of the wrong account, too. */
const doubtfulSlugs = new Set(['meeting-not-found', 'unauthenticated'])

/** Is it because the account is not the mailbox's? The server knows by the addresses of the account, the host by its accounts. */
const isOfOther = ({ slug }: Failure, other: OtherAccount | null): boolean =>
  other !== null && (slug === 'other-account' || (other.isDoubtful && doubtfulSlugs.has(slug)))

const takesPrompt = ({ failure, refused }: Failed, host: Host, language: Language): boolean =>
  (refused ? signInWords(refused, host.otherAccount(), language) : retryOf(failure, language)).asks

/** How soon an event that was not saved is looked at again, milliseconds. */
const lookAgainAfter = 3_000

export type Opened =
  | { state: 'loading' }
  | { state: 'no-meeting'; why: NoMeeting }
  /** `refused`: it took a sign-in, which failed. */
  | { state: 'failed'; failure: Failure; refused: SignInFailed | null }
  | (Extract<OpenedConversation, { kind: 'roles-needed' }> & { state: 'roles' })
  | (Extract<OpenedConversation, { kind: 'person-needed' }> & { state: 'person' })
  | { state: 'open'; conversation: Conversation }
  /** It was open, and is not this person's to read any more. */
  | { state: 'gone'; conversation: Conversation }

type Failed = Extract<Opened, { state: 'failed' }>

/** The conversation of a meeting; or one that is known, which needs no calendar any more. */
export type Asked = MeetingReference | { conversationId: string }

/** Opens the conversation that is asked for, and keeps it fresh. */
export function useOpened(host: Host, findAsked: () => Promise<Asked | NoMeeting>) {
  const { api, language, kept } = useAppContext()
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  const reference = useRef<MeetingReference | null>(null)

  const fail = useCallback(
    (error: unknown) => {
      const failure = failureOf(error, language)
      const refused = isOfOther(failure, host.otherAccount()) ? new SignInFailed('other-account') : null
      setOpened({ state: 'failed', failure, refused })
    },
    [host, language],
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
    if (opened.state === 'failed' && takesPrompt(opened, host, language)) {
      const { failure } = opened
      const wanted = { consent: retryOf(failure, language).consent, claims: failure.claims }
      const refuse = (refused: SignInFailed) => setOpened({ state: 'failed', failure, refused })
      if (!(await prompted(host, wanted, refuse))) return
    }
    setOpened({ state: 'loading' })
    await open()
  }
  return { opened, ...fresh, chooseRole, retry }
}
