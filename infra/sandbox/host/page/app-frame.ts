import { element } from './dom.ts'

/** The client's words with the app in a frame that is left and resumed. */
type Host = {
  /** @returns whether the app wants to be kept */
  leave(): Promise<boolean>
  resume(entityId: string, contentUrl: string): void
}

/** `first`: only the first file that a page gives is kept, and nothing is printed; `none`: no file is. */
export type Files = 'all' | 'first' | 'none'

/** Takes files from an app as a client does that frames it: without a word (msteams-docs 9904, 10780; teams-js 811). */
function limit(window: Window | null, files: Files): void {
  const page = window as (Window & typeof globalThis) | null
  if (!page || files === 'all') return
  let left = files === 'first' ? 1 : 0
  const click = page.HTMLAnchorElement.prototype.click
  page.HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download && left === 0) return
    if (this.download) left -= 1
    click.call(this)
  }
  page.print = () => undefined
}

/**
 * The frame of an app in one window of Teams. The desktop client keeps it when the person goes elsewhere, and resumes it
 * for whatever they open of the app in that window; Teams on the web lets the app end, and loads it anew.
 */
export function appFrame(title: string, isDesktop: boolean, files: Files) {
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
        const made = element('iframe', { title, src: tab.path })
        made.addEventListener('load', () => limit(made.contentWindow, files))
        frame = made
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
