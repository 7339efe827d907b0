import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { FromChild } from '../imports/parse-job'
import { bareEnvironment, type ParserHost } from '../imports/parser-process'

const errorTail = 4_000

/** Starts parsing processes as Electron utility processes. `folder` is where the main bundle lies. */
export function electronParserHost(folder: string): ParserHost {
  return {
    start: () => {
      const child = utilityProcess.fork(join(folder, 'parse-child.js'), [], {
        serviceName: 'CPD Binder file reader',
        stdio: ['ignore', 'ignore', 'pipe'],
        env: bareEnvironment(),
        execArgv: ['--max-old-space-size=448'],
      })
      let errors = ''
      child.stderr?.on('data', (text: Buffer) => (errors = (errors + text.toString('utf8')).slice(-errorTail)))
      return {
        send: (message) => child.postMessage(message),
        onMessage: (listener) => child.on('message', (message: unknown) => listener(message as FromChild)),
        onEnd: (listener) => child.on('exit', () => listener({ errors })),
        kill: () => child.kill(),
      }
    },
  }
}
