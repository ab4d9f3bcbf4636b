/**
 * Stands in for Office.js in the sandbox's Outlook, where the real one would find no Outlook around it. It knows
 * of Office.js what the documentation of the Mailbox API names, and nothing that Outlook would not tell.
 */
;(() => {
  type Item = {
    itemId: string | null
    form: 'read' | 'compose'
    shared: boolean
    start: string | null
    seriesId: string | null
    isRecurring: boolean
    unknownFor: number
  }
  type HostContext = {
    language: string
    background: string
    nested: string
    item: Item | null
    address: string
  }
  type Message = { office?: string; id?: number; args?: unknown[] }
  type Callback = (result: { status: string; value?: unknown; error?: { name: string } }) => void

  const pending = new Map<number, (answer: unknown) => void>()
  const themeListeners = new Set<(event: { officeTheme: object }) => void>()
  const bridgeListeners = new Set<(response: { data: string }) => void>()
  let asked = 0

  const ask = (office: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      asked += 1
      pending.set(asked, resolve)
      window.parent.postMessage({ office, id: asked, args }, location.origin)
    })
  window.addEventListener('message', (event: MessageEvent<Message>) => {
    if (event.source !== window.parent || event.origin !== location.origin || !event.data.office) return
    const { office, id, args = [] } = event.data
    if (office === 'answer' && id !== undefined) {
      pending.get(id)?.(args[0])
      pending.delete(id)
    }
    if (office === 'theme') {
      const officeTheme = themeOf(String(args[0]))
      Object.assign(context, { officeTheme })
      for (const listener of themeListeners) listener({ officeTheme })
    }
  })

  const themeOf = (background: string) => ({
    bodyBackgroundColor: background,
    bodyForegroundColor: background === '#ffffff' ? '#242424' : '#ffffff',
    controlBackgroundColor: background,
    controlForegroundColor: background === '#ffffff' ? '#242424' : '#ffffff',
  })
  const succeeded = (value: unknown) => ({ status: 'succeeded', value })

  /** The attendee's form tells the id; the organiser's is asked for it, and knows none before it is saved. */
  function itemOf(item: Item): object {
    const { itemId, form, shared, seriesId } = item
    const start = item.start === null ? null : new Date(`${item.start.replace(/Z$/, '')}Z`)
    const common = {
      itemType: 'appointment',
      seriesId,
      recurrence: item.isRecurring ? {} : null,
      ...(shared ? { getSharedPropertiesAsync: (callback: Callback) => callback(succeeded({})) } : {}),
    }
    if (form === 'read') return { ...common, itemId, start }
    let unknownFor = item.unknownFor
    return {
      ...common,
      start: {
        getAsync: (callback: Callback) => queueMicrotask(() => callback(succeeded(start ?? new Date()))),
      },
      getItemIdAsync: (callback: Callback) =>
        queueMicrotask(() => {
          unknownFor -= 1
          const told = itemId && unknownFor < 0
          callback(told ? succeeded(itemId) : { status: 'failed', error: { name: 'ItemNotSaved' } })
        }),
    }
  }

  const supported: Record<string, number> = { Mailbox: 1.15 }
  const context = {
    displayLanguage: 'en-US',
    officeTheme: themeOf('#ffffff'),
    requirements: {
      isSetSupported: (name: string, version: string) => {
        const [major = 0, minor = 0] = version.split('.').map(Number)
        const [hasMajor = -1, hasMinor = 0] = String(supported[name] ?? -1)
          .split('.')
          .map(Number)
        return hasMajor > major || (hasMajor === major && hasMinor >= minor)
      },
    },
    mailbox: {
      item: null as object | null,
      userProfile: { emailAddress: '' },
      // EWS ids and those of REST are the same but for two letters of their alphabet.
      convertToRestId: (id: string) => id.replaceAll('/', '-').replaceAll('+', '_'),
      addHandlerAsync: (type: string, listener: (event: { officeTheme: object }) => void) => {
        if (type === 'officeThemeChanged') themeListeners.add(listener)
      },
    },
  }

  const ready = ask('context').then((found) => {
    const { language, background, nested, item, address } = found as HostContext
    Object.assign(context, { displayLanguage: language, officeTheme: themeOf(background) })
    context.mailbox.item = item && itemOf(item)
    context.mailbox.userProfile.emailAddress = address
    if (nested !== 'off') supported['NestedAppAuth'] = 1.1
    if (nested === 'on' || nested === 'mute') Object.assign(window, { nestedAppAuthBridge: bridge })
    return { host: 'Outlook', platform: 'OfficeOnline' }
  })
  const bridge = {
    addEventListener: (_type: string, listener: (response: { data: string }) => void) =>
      bridgeListeners.add(listener),
    removeEventListener: (_type: string, listener: (response: { data: string }) => void) =>
      bridgeListeners.delete(listener),
    postMessage: (request: string) =>
      void ask('nested', request).then((answer) => {
        for (const listener of bridgeListeners) listener({ data: String(answer) })
      }),
  }

  Object.assign(window, {
    Office: {
      onReady: (callback?: (info: object) => void) =>
        ready.then((info) => {
          callback?.(info)
          return info
        }),
      context,
      auth: { getAuthContext: () => ask('account') },
      HostType: { Outlook: 'Outlook' },
      AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
      MailboxEnums: { RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' } },
      EventType: { OfficeThemeChanged: 'officeThemeChanged' },
    },
  })
})()
