import { botEndpoint, botService } from './bot.ts'
import type { Check } from './check.ts'
import { clock } from './clock-skew.ts'
import { consent } from './consent.ts'
import { database } from './database.ts'
import { keys } from './keys.ts'
import { notificationAddress } from './notification-address.ts'
import { proxies } from './proxies.ts'
import { liveNotes, pages, publicAddress } from './public-address.ts'
import { redis } from './redis.ts'
import { audience, registration, signIn } from './registration.ts'
import { teamsPackage } from './teams-package.ts'

/** All that goes wrong in practice, from the outside in. */
export const checks: Check[] = [
  publicAddress,
  pages,
  liveNotes,
  proxies,
  notificationAddress,
  clock,
  signIn,
  audience,
  registration,
  consent,
  botEndpoint,
  botService,
  database,
  redis,
  keys,
  teamsPackage,
]
