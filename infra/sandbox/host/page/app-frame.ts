import { element } from './dom.ts'

/** The client's words with the app in a frame that is left and resumed. */
type Host = {
  /** @returns whether the app wants to be kept */
  leave(): Promise<boolean>
  resume(entityId: string, contentUrl: string): void
}

/**
 * The frame of an app in one window of Teams. The desktop client keeps it when the person goes elsewhere, and resumes it
 * for whatever they open of the app in that window; Teams on the web lets the app end, and loads it anew.
 */
export function appFrame(title: string, isDesktop: boolean) {
  let frame: HTMLIFrameElement | null = null
  let isKept = false
  let leaving = Promise.resolve()

  async function left(host: Host): Promise<void> {
    if (!frame || isKept) return
    frame.style.display = 'none'
    isKept = (await host.leave()) && isDesktop
    if (isKept) return
    frame.remove()
    frame = null
  }
  return {
    window: () => frame?.contentWindow ?? null,
    node: () => frame,
    /** Ends the app without a word, as a client does that draws itself anew. */
    close(): void {
      frame?.remove()
      frame = null
      isKept = false
    },
    leave: (host: Host): Promise<void> => (leaving = leaving.then(() => left(host))),
    /** Shows the app at that address, in the frame that was left or in a new one. */
    open(host: Host, side: HTMLElement, tab: { entityId: string; path: string }): HTMLIFrameElement {
      if (!frame) {
        frame = element('iframe', { title, src: tab.path })
        side.append(frame)
        return frame
      }
      isKept = false
      frame.style.display = ''
      host.resume(tab.entityId, `${location.origin}${tab.path}`)
      return frame
    },
  }
}
