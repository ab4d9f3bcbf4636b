import { describe, expect, test } from 'vitest'
import { mailAddresses } from './mail-addresses.ts'

describe('addresses of a person', () => {
  test('are those of mail, each once and in small letters', () => {
    const proxyAddresses = [
      'SMTP:Sanne@groei.example',
      'smtp:s.devries@groei.example',
      'sip:sanne@groei.example',
      'SIP:other@groei.example',
      'x500:/o=Groei/cn=Sanne',
      'EUM:123;phone-context=x',
      'smtp:',
      'sanne@bare.example',
    ]
    const named = { mail: 'Sanne@groei.example', userPrincipalName: 'sanne@groei.example', proxyAddresses }
    expect(mailAddresses(named)).toEqual(['sanne@groei.example', 's.devries@groei.example'])
    expect(mailAddresses({})).toEqual([])
  })
})
