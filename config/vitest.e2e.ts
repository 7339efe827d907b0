import { defineConfig } from 'vitest/config'

/** The journeys: the built application in a real Chromium, one at a time, so that timings mean something. */
export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/London' },
  },
})
