import { join } from 'node:path'
import { compose, type Binder } from '../src/main/compose'
import { Refusal } from '../src/shared/kernel/result'
import { fixedClock } from '../src/shared/kernel/clock'
import { builtParserHost } from '../tests/fixtures/parser-host'

/** The moment at which the bench happens: late in the tenth year of its data. */
export const NOW = '2026-06-15T09:00:00.000Z'
export const LAST_YEAR = 2025

const refused = () => Promise.reject(new Refusal('host.unavailable'))

/** The application without a window, as the command line has it. */
export function benchBinder(dataFolder: string, root: string): Binder {
  return compose({
    clock: fixedClock(NOW),
    dataFolder,
    host: {
      askOpenFiles: refused,
      askSaveFile: refused,
      askFolder: refused,
      showInFolder: () => undefined,
      closeWindow: () => undefined,
      openHiddenWindow: refused,
    },
    parser: builtParserHost(join(root, 'out/main/parse-child.js')),
    about: { version: 'bench', sqlite: '', host: 'bench' },
    checkOutput: false,
    onBug: (channel, error) => {
      throw new Error(`bug in ${channel}`, { cause: error })
    },
  })
}
