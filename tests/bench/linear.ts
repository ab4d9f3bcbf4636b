import { checkGrowth, type Sizes } from '../support/linear.ts'
import { linearRules } from '../support/linear-rules.ts'

/** All sizes for all pieces, beyond those of `npm test`. */
const sizes: Sizes = { each: [1000, 16_000, 256_000], slowest: 2_000_000 }

/** One line for each rule that does not take linear time. */
export async function measureLinear(): Promise<string[]> {
  const lines: string[] = []
  let count = 0
  for (const [over, rules, pieces] of linearRules)
    for (const [name, rule] of Object.entries(rules)) {
      count += 1
      try {
        checkGrowth(rule, pieces, sizes)
      } catch (error) {
        lines.push(`${name}, over ${over}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  return [`rules that take linear time: ${count - lines.length} of ${count}`, ...lines]
}
