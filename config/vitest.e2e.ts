import { defineConfig } from 'vitest/config'

/**
 * The journeys: the built application in a real Chromium, three at a time, each with a folder, a lock and a port of its own.
 * They mostly wait for a page, so two cores carry three; nothing in them is timed.
 */
export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // As long as a page is waited for: a busy machine is slow, not wrong.
    expect: { poll: { timeout: 20_000 } },
    env: { TZ: 'Europe/London' },
  },
})
