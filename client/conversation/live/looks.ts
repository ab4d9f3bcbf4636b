import { EditorView } from '@codemirror/view'
import { tokens } from '@fluentui/react-components'

/** The editor as Fluent's text fields look; colours through tokens only, so that every theme works. */
export const notesLooks = EditorView.theme({
  '&': {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  '.cm-scroller': { fontFamily: tokens.fontFamilyBase, lineHeight: tokens.lineHeightBase300 },
  '.cm-content': {
    minHeight: '160px',
    boxSizing: 'border-box',
    padding: '10px 8px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    caretColor: tokens.colorNeutralForeground1,
  },
  '.cm-line': { padding: '0 2px' },
  '.cm-placeholder': { color: tokens.colorNeutralForeground3 },
  // The other's name: readable when the caret appears or is pointed at, then out of the way of the text.
  '.cm-ySelectionInfo': {
    padding: '1px 4px',
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    animation: 'groei-name 4s',
  },
  '@keyframes groei-name': { '0%, 80%': { opacity: 1 }, '100%': { opacity: 0 } },
})

/** A field of a form: a line or two, which grows. */
export const fieldLooks = EditorView.theme({
  '.cm-content': { minHeight: '32px', padding: '5px 8px' },
})
