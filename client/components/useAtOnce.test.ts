import { describe, expect, test } from 'vitest'
import { hookOf } from '../../tests/support/hook.tsx'
import { useAtOnce } from './useAtOnce.ts'

type Send = { name: string; value: boolean; answer: () => void; fail: () => void }

/** Two switches that are on, and a server that answers when it is told to. */
async function switches() {
  const sent: Send[] = []
  const send = (name: string, value: boolean) =>
    new Promise<void>((resolve, reject) =>
      sent.push({ name, value, answer: resolve, fail: () => reject(new Error('refused')) }),
    )
  const hook = hookOf((saved: Record<string, boolean>) => useAtOnce<boolean>(saved, send))
  await hook.render({ one: true, other: true })
  const turn = (name: string, value: boolean) => hook.run(({ choose }) => void choose(name, value))
  return { ...hook, sent, turn }
}

describe('choices that save at once', () => {
  test('each is sent by itself and shown as chosen until the server has answered', async () => {
    const { now, run, render, sent, turn } = await switches()
    await turn('one', false)
    await turn('other', false)
    expect(sent.map(({ name, value }) => [name, value])).toEqual([
      ['one', false],
      ['other', false],
    ])
    expect(now().value).toEqual({ one: false, other: false })
    await render({ one: false, other: true })
    await run(() => sent[0]!.answer())
    expect(now().value).toEqual({ one: false, other: false })
  })

  test('one that is refused is as it was and says why, and the other stays as it was chosen', async () => {
    const { now, run, sent, turn } = await switches()
    await turn('one', false)
    await turn('other', false)
    await run(() => sent[0]!.fail())
    expect(now().value).toEqual({ one: true, other: false })
    expect(now().failed).toMatch(/\S/)
  })

  test('one that was chosen again meanwhile shows the last choice', async () => {
    const { now, run, sent, turn } = await switches()
    await turn('one', false)
    await turn('one', true)
    await run(() => sent[0]!.answer())
    await turn('one', false)
    await run(() => sent[1]!.fail())
    expect(now().value['one']).toBe(false)
  })
})
