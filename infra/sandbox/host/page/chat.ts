import { actInChat, getChat, sayInChat, switchChat, type Chat, type ChatMessage } from './api.ts'
import { element } from './dom.ts'
import { linkedPage } from './teams-host.ts'
import { wordsIn } from './texts.ts'

/** The official renderer, which the sandbox serves as it comes from npm; a script, not a module. */
declare const AdaptiveCards: {
  AdaptiveCard: {
    onProcessMarkdown: (text: string, result: { didProcess: boolean; outputHtml: string }) => void
  } & (new () => {
    hostConfig: unknown
    onExecuteAction: (action: { verb?: string; data?: object; url?: string }) => void
    parse(card: unknown): void
    render(): HTMLElement | undefined
  })
  HostConfig: new (config: object) => unknown
}

const light = { ink: '#242424', subtle: '#5c5c5c', accent: '#5b5fc7' }
const colours: Record<string, typeof light> = {
  dark: { ink: '#ffffff', subtle: '#c4c4c4', accent: '#b3b8ff' },
  contrast: { ink: '#ffffff', subtle: '#ffffff', accent: '#1aebff' },
}

await new Promise((resolve, reject) => {
  const script = element('script', { src: '/sandbox/host/adaptivecards.js' })
  script.addEventListener('load', resolve)
  script.addEventListener('error', reject)
  document.head.append(script)
})

/** The only Markdown that Groei's cards use: items of a list. Other text is shown as it is. */
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = element('p', {}, text.replace(/^- /, '• ')).outerHTML
  result.didProcess = true
}

function hostConfig(theme: string): unknown {
  const { ink, subtle, accent } = colours[theme] ?? light
  const shade = (one: string) => ({ default: one, subtle })
  const foregroundColors = {
    default: shade(ink),
    accent: shade(accent),
    good: shade(ink),
    attention: shade(ink),
  }
  return new AdaptiveCards.HostConfig({
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    supportsInteractivity: true,
    textBlock: { headingLevel: 3 },
    actions: {
      maxActions: 6,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline' },
    },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      emphasis: { backgroundColor: 'transparent', foregroundColors },
    },
  })
}

/**
 * A person's chat with the bot.
 * @param follow takes a link into Groei
 */
export function chat(
  user: string,
  locale: string,
  theme: () => string,
  follow: (subPageId: string | null) => void,
) {
  const words = wordsIn(locale)
  const list = element('ul', { class: 'messages', 'aria-label': words.messages })
  const input = element('input', { 'aria-label': words.message, maxlength: '400' })
  const send = element('button', { type: 'submit' }, words.send)
  const form = element('form', {}, input, send)
  const state = element('button', { type: 'button' })
  const block = element('button', { type: 'button' })
  const drawn = new Map<string, { key: string; node: HTMLElement }>()
  let now: Chat | null = null

  function cardOf(message: ChatMessage): HTMLElement {
    const card = new AdaptiveCards.AdaptiveCard()
    card.hostConfig = hostConfig(theme())
    card.onExecuteAction = ({ verb, data, url }) => {
      const linked = url ? linkedPage(url) : null
      if (linked) follow(linked.subPageId)
      else if (url) window.open(url)
      else if (verb) void actInChat(user, message.id, verb, data ?? {}).then(show)
    }
    card.parse(message.card)
    return card.render() ?? element('p', {}, words.noCard)
  }
  const messageNode = (message: ChatMessage) =>
    element(
      'li',
      { class: message.from, 'data-id': message.id },
      message.card ? cardOf(message) : element('p', {}, message.text),
    )
  function show(found: Chat): void {
    now = found
    state.textContent = found.installed ? words.remove : words.add
    block.textContent = found.blocked ? words.unblock : words.block
    const nodes = found.messages.map((message) => {
      const key = `${message.changedAt} ${theme()}`
      const before = drawn.get(message.id)
      if (before?.key === key) return before.node
      const node = messageNode(message)
      drawn.set(message.id, { key, node })
      return node
    })
    // The list is not redrawn when nothing changed: text that is being typed in a card stays.
    if (nodes.length === list.children.length && nodes.every((node, at) => list.children[at] === node)) return
    list.replaceChildren(...nodes)
    list.scrollTop = list.scrollHeight
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value.trim()
    input.value = ''
    if (text) void sayInChat(user, text).then(show)
  })
  state.addEventListener('click', () => void switchChat(user, { installed: !now?.installed }).then(show))
  block.addEventListener('click', () => void switchChat(user, { blocked: !now?.blocked }).then(show))
  return {
    node: element('div', { class: 'chat' }, element('div', { class: 'bar' }, state, block), list, form),
    refresh: async () => show(await getChat(user)),
  }
}
