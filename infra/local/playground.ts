import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import type { Launched } from './launch.ts'

type Person = { upn: string; oid: string; name: string }

const personLines = ({ upn, oid, name }: Person, indent: string) => {
  const [givenName = '', ...surname] = name.split(' ')
  return [
    `id: playground-${upn.split('@')[0]}`,
    `name: ${name}`,
    `userPrincipleName: ${upn}`,
    `aadObjectId: ${oid}`,
    `givenName: ${givenName}`,
    `surname: ${surname.join(' ')}`,
    `email: ${upn}`,
  ].join(`\n${indent}`)
}

/** The playground's configuration file: the sandbox's own tenant and people, so that the bot knows who speaks. */
const configuration = (launched: Launched, me: Person, others: Person[]) => `version: "0.1.1"
tenantId: ${launched.sandbox.tenantId}
bot:
  id: ${launched.sandbox.app.clientId}
  name: Groei
currentUser:
  ${personLines(me, '  ')}
users:
${others.map((one) => `  - ${personLines(one, '    ')}`).join('\n')}
personalChat:
  id: playground-chat
groupChat:
  id: playground-group
  name: Groep
team:
  id: playground-team
  name: Team
  aadGroupId: 00000000-0000-0000-0000-000000000031
  channels:
    - id: playground-channel
      name: Algemeen
`

/**
 * Microsoft's own chat client for bots, before the product in the sandbox. It sends no token, so the product has to
 * be started with its dangerous switch on.
 */
export async function openPlayground(
  launched: Launched,
  options: { dir: string; port: number; user: string },
): Promise<{ url: string; close(): Promise<void> }> {
  const { port, user } = options
  // It runs in that folder and finds its opener there, so the path may not depend on where we are.
  const dir = resolve(options.dir)
  const { people } = (await (await fetch(`${launched.url}/sandbox/api/people`)).json()) as {
    people: Person[]
  }
  const me = people.find((one) => one.upn === user)
  if (!me) throw new Error(`The sandbox has no ${user}.`)
  mkdirSync(join(dir, 'bin'), { recursive: true })
  writeFileSync(
    join(dir, '.m365agentsplayground.yml'),
    configuration(
      launched,
      me,
      // It wants five, no more and no fewer.
      people.filter((one) => one !== me).slice(0, 5),
    ),
  )
  // The tool opens a browser by itself and exits where `xdg-open` is missing. This one does nothing: we print the address.
  const opener = join(dir, 'bin', 'xdg-open')
  writeFileSync(opener, '#!/bin/sh\nexit 0\n')
  chmodSync(opener, 0o755)
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
  const endpoint = `http://127.0.0.1:${launched.productPorts[0]}/api/messages`
  const child: ChildProcess = spawn(
    process.execPath,
    [
      cli,
      'start',
      '--app-endpoint',
      endpoint,
      '--channel-id',
      'msteams',
      '--disable-telemetry',
      '--port',
      String(port),
    ],
    {
      cwd: dir,
      env: { ...process.env, PATH: `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const url = `http://localhost:${port}`
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 300)
      throw new Error(`The playground did not start.\n${said.slice(-2000)}`)
    if (
      await fetch(url).then(
        (one) => one.ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    close: async () => {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
