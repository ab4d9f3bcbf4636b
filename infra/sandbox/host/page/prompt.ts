import { element } from './dom.ts'

/** Microsoft's question to a person, in a dialog of the host: to consent, or to prove who they are. */
export function signInPrompt() {
  const dialog = element('dialog', { 'aria-label': 'Permissions requested' })
  const words = (what: string) => {
    if (what === 'proof') return 'Your organisation wants to know that it is you. Approve the sign-in.'
    return what.includes('Calendars')
      ? 'Groei wants to read and update your calendar, and to read your profile.'
      : 'Groei wants to sign you in.'
  }
  const ask = (what: string) =>
    new Promise<boolean>((resolve) => {
      const accept = element('button', { type: 'button', class: 'primary' }, 'Accept')
      const decline = element('button', { type: 'button' }, 'Decline')
      const close = (answer: boolean) => () => {
        dialog.close()
        resolve(answer)
      }
      accept.addEventListener('click', close(true))
      decline.addEventListener('click', close(false))
      dialog.oncancel = close(false)
      dialog.replaceChildren(element('p', {}, words(what)), accept, ' ', decline)
      dialog.showModal()
    })
  return { dialog, ask }
}
