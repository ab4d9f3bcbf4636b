import { EditorView, ViewPlugin } from '@codemirror/view'

/** Tells that somebody composes here, at each step of it, and that they do no longer. */
export const tellComposing = (tell: (isComposing: boolean) => void) => [
  EditorView.domEventObservers({
    compositionstart: () => tell(true),
    compositionupdate: () => tell(true),
    compositionend: () => tell(false),
    blur: () => tell(false),
  }),
  ViewPlugin.define(() => ({ destroy: () => tell(false) })),
]
