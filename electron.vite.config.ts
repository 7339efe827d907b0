import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { channelNames } from './src/shared/contract'
import { events } from './src/shared/kernel/events'

// Only better-sqlite3 (a native module) stays outside the bundles; everything else is in devDependencies and bundled.
const out = process.env['CPD_OUT_DIR'] ?? 'out'

/** The page that is nearly always the first. */
const firstPage = resolve('src/renderer/features/today/pages/today-page.tsx')
const programEntry = resolve('src/renderer/app/entry.tsx')
const printEntry = resolve('src/renderer/app/print-entry.ts')

/** What a module needs at once, itself left out. */
function neededBy(id: string, moduleOf: (id: string) => { importedIds: readonly string[] } | null): Set<string> {
  const needed = new Set<string>()
  const left = [id]
  for (let next = left.pop(); next !== undefined; next = left.pop())
    for (const each of moduleOf(next)?.importedIds ?? [])
      if (!needed.has(each)) {
        needed.add(each)
        left.push(each)
      }
  return needed
}

/** Rolldown asks this of every module that a group could take. */
type NameOf = (
  id: string,
  context: { getModuleInfo(id: string): { importedIds: readonly string[] } | null },
) => string | null

/**
 * The program and its first page as a handful of files instead of two dozen, because the start waits for each request:
 * what the window that prints needs as well ("ground"), and the rest ("first"). Of the libraries only what is loaded at
 * once: their lists of everything name much that comes with other pages.
 */
function inFewFiles(): { name: NameOf; tags?: '$initial'[] }[] {
  let sets: { ground: Set<string>; first: Set<string> } | undefined
  const partOf =
    (ending: string, isOurs: boolean): NameOf =>
    (id, context) => {
      const moduleOf = (of: string) => context.getModuleInfo(of)
      sets ??= {
        ground: neededBy(printEntry, moduleOf),
        first: new Set([...neededBy(programEntry, moduleOf), ...neededBy(firstPage, moduleOf), firstPage]),
      }
      if (!sets.first.has(id) || id.includes('/node_modules/') === isOurs) return null
      return `${sets.ground.has(id) ? 'ground' : 'first'}${ending}`
    }
  return [{ name: partOf('', true) }, { name: partOf('-libraries', false), tags: ['$initial'] }]
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
        // Read and written by few, so that it must not come with what everybody loads.
        output: { codeSplitting: { groups: [{ name: 'hucre', test: /node_modules[\\/]hucre/ }] } },
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
    plugins: [react()],
    build: {
      outDir: `${out}/renderer`,
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html'), print: resolve('src/renderer/print.html') },
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: inFewFiles() } },
      },
    },
  },
})
