import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { channelNames } from './src/shared/contract'
import { events } from './src/shared/kernel/events'

// Only better-sqlite3 (a native module) stays outside the bundles; everything else is in devDependencies and bundled.
const out = process.env['CPD_OUT_DIR'] ?? 'out'

/** The page that is nearly always the first. */
const firstPage = '/features/today/pages/today-page.tsx'

/** Lets the first page be fetched, with all that it imports and its styles, beside the program instead of after it has run. */
const fetchFirstPageEarly: Plugin = {
  name: 'fetch-first-page-early',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {}, filename }) {
      if (!filename.endsWith('index.html')) return html
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
      const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(firstPage))
      if (page === undefined) throw new Error(`no part of the program is ${firstPage}`)
      const parts = new Set([page])
      for (const part of parts)
        for (const chunk of chunks) if (part.imports.includes(chunk.fileName)) parts.add(chunk)
      const early = (files: readonly string[], attrs: Readonly<Record<string, string>>) =>
        [...new Set(files)]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { ...attrs, crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }))
      return [
        ...early(
          [...parts].map(({ fileName }) => fileName),
          { rel: 'modulepreload' },
        ),
        ...early(
          [...parts].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
          { rel: 'stylesheet' },
        ),
      ]
    },
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      externalizeDeps: true,
      sourcemap: true,
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'parse-child': resolve('src/main/imports/parse-child.ts'),
          'backup-child': resolve('src/main/db/backup-child.ts'),
          'docx-child': resolve('src/main/documents/docx-child.ts'),
        },
      },
    },
  },
  preload: {
    // The preload carries the names of the contract and nothing else of it.
    define: {
      __CHANNEL_NAMES__: JSON.stringify(channelNames),
      __EVENT_NAMES__: JSON.stringify(Object.keys(events)),
    },
    build: {
      outDir: `${out}/preload`,
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('src/main/preload/index.ts'),
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), fetchFirstPageEarly],
    build: {
      outDir: `${out}/renderer`,
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html'), print: resolve('src/renderer/print.html') },
      },
    },
  },
})
