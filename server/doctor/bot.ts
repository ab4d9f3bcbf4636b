import { ask, jsonOf } from './ask.ts'
import type { Check } from './check.ts'
import { tokenResult } from './entra-code.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'
import { throughPublicUrl, unreachable } from './public-address.ts'
import type { Parts } from './check.ts'

const botScope = 'https://api.botframework.com/.default'

/** The address that the Azure Bot has as its messaging endpoint. */
export const botEndpoint: Check = {
  name: 'bot endpoint',
  run: throughPublicUrl(async (url) => {
    const answer = await ask(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    if (!answer.ok) return unreachable(`${url}/api/messages`, answer.code)
    const { status } = answer
    // The answer of Groei and not of a proxy is in our own form.
    const isOurs = answer.headers.get('content-type')?.startsWith('application/problem+json')
    if (status === 401 && isOurs)
      return ok('Unsigned messages are refused. In Azure it is the Bot’s messaging endpoint')
    if (status < 300 || (status === 400 && isOurs))
      return wrong(
        'Messages of anybody are taken',
        'Unset BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS, and restart.',
      )
    return wrong(
      `It answers ${status}, and not Groei`,
      'Have the proxy lead /api/messages to Groei, without a sign-in in front.',
    )
  }),
}

/** The bot's own token, the keys that sign what is sent to it, and whether the service knows it. */
export const botService: Check = {
  name: 'bot service',
  run: async (parts) => {
    const [keys, channel] = await Promise.all([keysResult(parts), channelResult(parts)])
    return [of('keys', keys), of('channel', channel)]
  },
}

async function keysResult({ config }: Parts): Promise<Result> {
  const { metadata, issuer } = config.cloud.bot
  const answer = await ask(metadata)
  if (!answer.ok || answer.status !== 200)
    return wrong(
      `The bot service’s keys cannot be had (${answer.ok ? answer.status : answer.code})`,
      'Let this machine reach the host of CLOUD_BOT_METADATA.',
    )
  return jsonOf<{ issuer?: string }>(answer.text)?.issuer === issuer
    ? ok('They can be had')
    : wrong('They are of another issuer than CLOUD_BOT_ISSUER', 'Correct the two for your cloud.')
}

/** A conversation that nobody has: the service says so to a bot that it knows, and refuses another. */
async function channelResult({ config, tokenOf }: Parts): Promise<Result> {
  const [home = ''] = config.app.tenantIds
  let token: string
  try {
    token = await tokenOf(botScope, home)
  } catch (error) {
    return tokenResult(error, home, botScope)
  }
  const answer = await ask(`${config.cloud.bot.service}/v3/conversations/groei-doctor/members`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok)
    return wrong(
      `The bot service does not answer (${answer.code})`,
      'Let this machine reach the host of CLOUD_BOT_SERVICE.',
    )
  const { status } = answer
  if (status === 401 || status === 403)
    return wrong(
      `The bot service does not know this bot (${status})`,
      'Make an Azure Bot with CLIENT_ID, single tenant, and switch its Teams channel on.',
    )
  return status === 404 || status === 400
    ? ok('The bot has its token, and the service knows it')
    : unknown(`The bot service answers ${status}`, 'Ask again later.')
}
