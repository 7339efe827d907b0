import { Refusal } from '../../../src/shared/kernel/result'
import { clockFrom } from '../../../src/shared/kernel/clock'
import { compose, type Binder } from '../../../src/main/compose'
import type { ParserHost } from '../../../src/main/imports/parser-process'

const refused = () => Promise.reject(new Refusal('host.unavailable'))

const noParser: ParserHost = {
  start: () => {
    throw new Refusal('host.unavailable')
  },
}

/** The application without a window, as the command line has it, for a child program that will be killed. */
export function childBinder(dataFolder: string, parser: ParserHost = noParser): Binder {
  return compose({
    clock: clockFrom(),
    dataFolder,
    host: {
      askOpenFiles: refused,
      askSaveFile: refused,
      askFolder: refused,
      showInFolder: () => undefined,
      closeWindow: () => undefined,
      openHiddenWindow: refused,
    },
    parser,
    about: { version: '0.0.0-fault', sqlite: '', host: 'fault test' },
    checkOutput: false,
    onBug: (channel, error) => process.stderr.write(`bug in ${channel}: ${String(error)}\n`),
  })
}

/** Makes a sample school for a child to work in. */
export function newSchool(path: string, dataFolder: string): void {
  const binder = childBinder(dataFolder)
  binder.school.createSampleAt(path)
  binder.desk.clear()
}
