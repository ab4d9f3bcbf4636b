import { clockTolerance } from '../http/access-token.ts'
import { ask } from './ask.ts'
import type { Check } from './check.ts'
import { ok, unknown, wrong, type Result } from './finding.ts'

/** Compares this machine's clock with Microsoft's, by the Date of their answers. */
export const clock: Check = {
  name: 'clock',
  async run({ config, now }) {
    const began = Date.now()
    const offset = now().getTime() - began
    const [tenantId] = config.app.tenantIds
    const { login, graph } = config.cloud
    const answers = await Promise.all([
      ask(`${login}/${tenantId}/v2.0/.well-known/openid-configuration`),
      ask(`${graph}/$metadata?$top=0`, { method: 'HEAD' }),
    ])
    const skews = answers.flatMap((answer) => {
      const date = Date.parse((answer.ok && answer.headers.get('date')) || '')
      return answer.ok && !Number.isNaN(date) ? [(date - (answer.midway + offset)) / 1000] : []
    })
    return skewResult(skews)
  },
}

/** @param skews seconds that Microsoft's clocks are ahead of ours; a Date says whole seconds */
export function skewResult(skews: number[]): Result {
  const [most] = skews.toSorted((a, b) => Math.abs(b) - Math.abs(a))
  if (most === undefined)
    return unknown('Microsoft did not answer', 'See that this machine reaches CLOUD_LOGIN over the internet.')
  const seconds = Math.round(Math.abs(most))
  return seconds < clockTolerance
    ? ok(`Within ${Math.max(seconds, 1)} s of Microsoft’s`)
    : wrong(
        `This machine is ${seconds} s ${most > 0 ? 'behind' : 'ahead'}: tokens are refused`,
        'Have it keep time by NTP (timedatectl set-ntp true).',
      )
}
