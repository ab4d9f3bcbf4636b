import { element } from './dom.ts'
import { wordsIn } from './texts.ts'

/** Microsoft's question to a person, in a dialog of the host: to consent, or to prove who they are. */
export function signInPrompt(locale: () => string) {
  const dialog = element('dialog')
  const ask = (what: string) =>
    new Promise<boolean>((resolve) => {
      const words = wordsIn(locale())
      const accept = element('button', { type: 'button', class: 'primary' }, words.accept)
      const decline = element('button', { type: 'button' }, words.decline)
      const asked = what === 'proof' ? 'proof' : what.includes('Calendars') ? 'readCalendar' : 'signIn'
      const close = (answer: boolean) => () => {
        dialog.close()
        resolve(answer)
      }
      accept.addEventListener('click', close(true))
      decline.addEventListener('click', close(false))
      dialog.oncancel = close(false)
      dialog.setAttribute('aria-label', words.permissions)
      dialog.replaceChildren(element('p', {}, words[asked]), accept, ' ', decline)
      dialog.showModal()
    })
  return { dialog, ask }
}
