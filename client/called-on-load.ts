import type { Plugin } from 'vite'

/**
 * Tells Chromium to compile all functions of the first script while it arrives, beside the main thread, instead of one
 * by one when each is called (V8, explicit compile hints). Other browsers read a comment.
 */
export function calledOnLoad(): Plugin {
  return {
    name: 'called-on-load',
    generateBundle: {
      // Vite writes its own first line last.
      order: 'post',
      handler(_options, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && one.isEntry) one.code = `//# allFunctionsCalledOnLoad\n${one.code}`
      },
    },
  }
}
