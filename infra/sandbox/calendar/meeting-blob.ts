import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Online } from '../model.ts'

const words = {
  nl: {
    title: 'Microsoft Teams-vergadering',
    join: 'Nu deelnemen aan de vergadering',
    id: 'Vergaderings-id',
    passcode: 'Wachtwoordcode',
    options: 'Vergaderopties',
    need: 'Hulp nodig?',
    reference: 'Systeemreferentie',
  },
  en: {
    title: 'Microsoft Teams meeting',
    join: 'Join the meeting now',
    id: 'Meeting ID',
    passcode: 'Passcode',
    options: 'Meeting options',
    need: 'Need help?',
    reference: 'System reference',
  },
}
const line = '_'.repeat(80)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/**
 * The block that Teams writes under the text of an online meeting's invite: people join by the short link, and the long
 * one, which Graph tells, stands behind the reference (Meeting-BaaS/meet-teams-bot 210).
 */
export function meetingBlob(online: Online, language: 'nl' | 'en'): string {
  const word = words[language]
  return [
    `<div style="margin-bottom:24px; overflow:hidden; white-space:nowrap">${line}</div>`,
    `<div class="me-email-text" lang="${language === 'nl' ? 'nl-NL' : 'en-US'}" style="max-width:1024px; color:#242424; font-family:'Segoe UI',Arial,sans-serif">`,
    `<div style="margin-bottom:12px; overflow:hidden"><span class="me-email-text" style="font-size:24px; font-weight:700">${word.title}</span></div>`,
    `<div style="margin-bottom:6px"><a href="${escaped(online.shortUrl)}" id="meet_invite_block.action.join_link" class="me-email-headline" title="${word.join}" style="font-size:20px; font-weight:600">${word.join}</a></div>`,
    `<div style="margin-bottom:6px"><span class="me-email-text-secondary" style="font-size:14px; color:#616161">${word.id}: </span><span class="me-email-text" style="font-size:14px">${online.meetingId}</span></div>`,
    `<div style="margin-bottom:24px"><span class="me-email-text-secondary" style="font-size:14px; color:#616161">${word.passcode}: </span><span class="me-email-text" style="font-size:14px">${online.passcode}</span></div>`,
    `<div style="margin-bottom:24px"><a href="https://aka.ms/JoinTeamsMeeting?omkt=${language === 'nl' ? 'nl-NL' : 'en-US'}" id="meet_invite_block.action.help" class="me-email-link">${word.need}</a> | <a href="${escaped(online.joinUrl)}" id="meet_invite_block.action.reference" class="me-email-link">${word.reference}</a></div>`,
    '</div>',
    `<div style="margin-bottom:24px; overflow:hidden; white-space:nowrap">${line}</div>`,
  ].join('')
}

/** Does a body still hold the block of this meeting? Its join link tells, whatever became of ids and classes. */
export function holdsBlob(html: string, joinUrl: string): boolean {
  const holds = (node: DefaultTreeAdapterTypes.ParentNode): boolean =>
    node.childNodes.some(
      (child) =>
        ('attrs' in child &&
          child.tagName === 'a' &&
          child.attrs.some(({ name, value }) => name === 'href' && value === joinUrl)) ||
        ('childNodes' in child && holds(child)),
    )
  return holds(parse(html))
}
