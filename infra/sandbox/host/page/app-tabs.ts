import { element } from './dom.ts'
import { personalTabs } from './teams-host.ts'
import { wordsIn } from './texts.ts'

/** The header of the personal app: the host's way back, the tabs that the manifest names, and the chat with its bot. */
export function appTabs(
  locale: string,
  /** The place of the tab that is open; `chat` for the bot. */
  open: number | 'chat',
  actions: { back: () => void; choose: (at: number) => void; chat: () => void },
): HTMLElement {
  const words = wordsIn(locale)
  const tab = (name: string, isOpen: boolean, press: () => void) => {
    const made = element('button', { type: 'button', role: 'tab', 'aria-selected': String(isOpen) }, name)
    made.addEventListener('click', press)
    return made
  }
  const back = element('button', { type: 'button', 'aria-label': words.back }, '‹')
  back.addEventListener('click', actions.back)
  const tabs = personalTabs.map(({ nl, en }, at) =>
    tab(locale.startsWith('nl') ? nl : en, at === open, () => actions.choose(at)),
  )
  const list = element('div', { role: 'tablist', 'aria-label': words.groei }, ...tabs)
  list.append(tab(words.chat, open === 'chat', actions.chat))
  return element('div', { class: 'tabs' }, back, list)
}
