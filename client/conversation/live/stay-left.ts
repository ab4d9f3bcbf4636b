import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Keeps the focus where the person moved it. CodeMirror (6.43) puts the caret right at the end of a wrapped line also
 * after the text lost the focus, and browsers move the focus along with the caret. A caret that belongs to neither of
 * the two lines is left alone.
 */
export const stayLeft = EditorView.domEventHandlers({
  blur: (_event, view) => {
    const { main } = view.state.selection
    if (main.empty && main.assoc !== 0) view.dispatch({ selection: EditorSelection.cursor(main.head) })
  },
})
