import { describe, expect, it } from 'vitest'
import { rootOf, itemName } from '../../../server/contract/live-fields.ts'
import { firstId } from './first-id.ts'

describe('the id of the commitment that both begin with', () => {
  it('is the same for both, another than the conversation’s, and one that the live document takes', () => {
    const conversation = '1f2e3d4c-5b6a-4789-8abc-def012345678'
    expect(firstId(conversation)).toBe('f2e3d4c1-5b6a-4789-8abc-def012345678')
    expect(rootOf(itemName('commitment', firstId(conversation)))).toMatchObject({ kind: 'commitment' })
  })
})
