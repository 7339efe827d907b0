import { join } from 'node:path'
import type { Readable } from 'node:stream'
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
        stdio: 'pipe',
        env: bareEnvironment(),
        execArgv: ['--max-old-space-size=448'],
      })
      let errors = ''
      child.stdout?.resume()
      child.stderr?.on('data', (text: Buffer) => (errors = (errors + text.toString('utf8')).slice(-errorTail)))
      return {
        send: (message) => child.postMessage(message),
        onMessage: (listener) => child.on('message', (message: unknown) => listener(message as FromChild)),
        // The last of standard error may come after the exit.
        onEnd: (listener) => {
          child.on('exit', () => {
            // Typed too widely by Electron: with `stdio: 'pipe'` it is a Readable.
            const stderr = child.stderr as Readable | null
            if (stderr === null || stderr.readableEnded || stderr.destroyed) listener({ errors })
            else stderr.once('close', () => listener({ errors }))
          })
        },
        kill: () => child.kill(),
      }
    },
  }
}
