import { join } from 'node:path'
import { defineConfig } from 'vite'

const page = join(import.meta.dirname, 'page')

/** The host pages in a few files each: a test opens them hundreds of times, and each file that a page asks for costs. */
export default defineConfig({
  root: page,
  base: '/sandbox/host/',
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'outlook.html', 'office-stand-in.ts'].map((name) => join(page, name)),
      // The product names the stand-in for Office.js by its address.
      output: {
        entryFileNames: '[name].js',
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
      },
    },
  },
})
