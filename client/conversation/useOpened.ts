import { useCallback, useEffect, useState } from 'react'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Role } from '../../server/contract/pair.ts'
import type { Host } from '../hosts/host.ts'
import { CallFailed, failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

export type Opened =
  | { state: 'loading' }
  | { state: 'no-meeting' }
  | { state: 'failed'; failure: Failure }
  | (Extract<OpenedConversation, { kind: 'roles-needed' }> & { state: 'roles' })
  | { state: 'open'; conversation: Conversation }

/** Opens the conversation of the host's meeting, and keeps it fresh. */
export function useOpened(host: Host) {
  const { api, texts } = useSurroundings()
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  const [reference, setReference] = useState<MeetingReference | null>(null)

  const open = useCallback(async () => {
    try {
      const meeting = await host.meeting()
      if (!meeting) return setOpened({ state: 'no-meeting' })
      setReference(meeting)
      const answer = await api<OpenedConversation>('POST', '/api/conversations', meeting)
      setOpened(
        answer.kind === 'roles-needed'
          ? { ...answer, state: 'roles' }
          : { state: 'open', conversation: answer.conversation },
      )
    } catch (error) {
      setOpened({ state: 'failed', failure: failureOf(error, texts.unexpected) })
    } finally {
      host.ready()
    }
  }, [api, host, texts])

  useEffect(() => {
    void Promise.resolve().then(open)
  }, [open])

  /** Asks for the present state; when that fails the screen keeps what it has. */
  const refresh = useCallback(async () => {
    if (opened.state !== 'open') return
    try {
      const conversation = await api<Conversation>('GET', `/api/conversations/${opened.conversation.id}`)
      setOpened({ state: 'open', conversation })
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
    }
  }, [api, opened])

  const chooseRole = async (myRole: Role) => {
    if (!reference) return
    try {
      await api('POST', '/api/pairs', { meeting: reference, myRole })
    } catch (error) {
      return setOpened({ state: 'failed', failure: failureOf(error, texts.unexpected) })
    }
    await open()
  }

  const retry = async () => {
    const claims = opened.state === 'failed' ? opened.failure : null
    setOpened({ state: 'loading' })
    if (claims?.slug === 'consent-required') await host.consent(claims.claims).catch(() => undefined)
    await open()
  }

  const replace = (conversation: Conversation) => setOpened({ state: 'open', conversation })
  return { opened, refresh, chooseRole, retry, replace }
}
