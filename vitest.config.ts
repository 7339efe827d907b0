import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const OF_THE_HOST = ['src/main/app/**/*.test.ts', 'tools/electron-on-chromium/**/*.test.ts']

/** Unit, integration, golden and upgrade tests. The end-to-end journeys have their own configuration (config/vitest.e2e.ts). */
export default defineConfig({
  // What is tested of main/app runs on the stand-in: there is no Electron in a test process.
  resolve: { alias: { electron: resolve('tools/electron-on-chromium/electron.ts') } },
  test: {
    environment: 'node',
    pool: 'forks',
    // One fewer than the cores is vitest's own choice, which on a PC with two of them is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/London' },
    setupFiles: [resolve('config/vitest.seed.ts')],
    server: { deps: { external: [/better-sqlite3/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'all but the host',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'node_modules/**', 'out*/**', ...OF_THE_HOST],
          // Modules are loaded once for many files, which halves the work; a test leaves nothing behind in a module.
          isolate: false,
        },
      },
      // The host keeps its windows and schemes in modules, as Electron does for a whole program.
      { extends: true, test: { name: 'the host', include: OF_THE_HOST } },
    ],
  },
})
