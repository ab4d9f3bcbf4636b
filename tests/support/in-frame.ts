import type { Frame, FrameLocator, Page } from 'playwright-core'

type Finds = object
type Does = (...given: unknown[]) => unknown
/** Makes the same locator in a frame, or in what looks for the frame. */
type Make = (root: Finds) => Finds

/** What narrows a locator down and asks the page nothing. */
const narrows = /^(getBy.+|locator|filter|and|or|first|last|nth)$/
const makes = new WeakMap<object, Make>()

const call = (on: Finds, name: string, given: unknown[]) => (Reflect.get(on, name) as Does).apply(on, given)

/** What was given, with each locator in it as it is in this frame: one may be said to have, or to be, another. */
function within(root: Finds, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || given instanceof RegExp) return given
  const make = makes.get(given)
  if (make) return make(root)
  if (Array.isArray(given)) return given.map((one) => within(root, one))
  return Object.getPrototypeOf(given) === Object.prototype
    ? Object.fromEntries(Object.entries(given).map(([key, one]) => [key, within(root, one)]))
    : given
}

/**
 * What is in a frame of a page, found as by Playwright's own frame locator. That one looks for the frame in the page
 * at each action, which is a quarter of what an action costs the processors: here the frame is looked for once, and
 * again when the page has made it anew.
 */
export function inFrame(page: Page, selector: string): FrameLocator {
  const searching = page.frameLocator(selector)
  let known: Frame | null = null

  async function act(make: Make, name: string, given: unknown[]): Promise<unknown> {
    if (!known || known.isDetached()) known = (await (await page.$(selector))?.contentFrame()) ?? null
    const [frame, root] = [known, known ?? searching]
    try {
      return await call(make(root), name, given)
    } catch (error) {
      if (!frame?.isDetached()) throw error
      return call(make(searching), name, given)
    }
  }

  function late(make: Make): Finds {
    const made = new Proxy(
      {},
      {
        get: (_made, name) => {
          // No promise, though it answers to every name.
          if (typeof name !== 'string' || name === 'then') return undefined
          return (...given: unknown[]) =>
            narrows.test(name)
              ? late((root) => call(make(root), name, within(root, given) as unknown[]) as Finds)
              : act(make, name, given)
        },
      },
    )
    makes.set(made, make)
    return made
  }
  return late((root) => root) as FrameLocator
}
