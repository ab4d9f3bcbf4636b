import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished, vi } from 'vitest'
import { ErrorBoundary } from '../../client/components/ErrorBoundary.tsx'
import type { Api } from '../../client/lib/api.ts'
import { AppContextProvider, type AppContext } from '../../client/lib/app-context.tsx'

/** As much of a document as React asks for to render components that draw nothing. */
function emptyContainer(): Element {
  const ignore = () => undefined
  const defaultView = { HTMLIFrameElement: class {} }
  const ownerDocument = { nodeType: 9, addEventListener: ignore, defaultView }
  const element = { nodeType: 1, nodeName: 'DIV', tagName: 'DIV', ownerDocument, addEventListener: ignore }
  return element as never
}

type Call = { request: unknown; answer: (body: unknown) => void; fail: (error: unknown) => void }

/** A hook on a screen without a document, and a server that answers each call when it is told to. */
export function hookOf<Props, Result>(useHook: (props: Props) => Result) {
  vi.stubGlobal('window', {})
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  onTestFinished(() => void vi.unstubAllGlobals())
  const calls: Call[] = []
  const api: Api = (_endpoint: unknown, request?: unknown) =>
    new Promise<never>((resolve, reject) => calls.push({ request, answer: resolve as never, fail: reject }))
  const ports = { api, language: 'nl' } as unknown as AppContext
  let result: Result | undefined
  let isBroken = false
  const Screen = ({ props }: { props: Props }) => {
    result = useHook(props)
    return null
  }
  const root = createRoot(emptyContainer(), { onCaughtError: () => undefined })
  return {
    calls,
    now: () => result as Result,
    isBroken: () => isBroken,
    render: (props: Props) =>
      act(async () =>
        root.render(
          <AppContextProvider value={ports}>
            <ErrorBoundary fallback={null} onError={() => (isBroken = true)}>
              <Screen props={props} />
            </ErrorBoundary>
          </AppContextProvider>,
        ),
      ),
    run: (work: (now: Result) => unknown) => act(async () => void work(result as Result)),
    answer: (at: number, body: unknown) => act(async () => calls[at]?.answer(body)),
    fail: (at: number, error: unknown) => act(async () => calls[at]?.fail(error)),
  }
}
