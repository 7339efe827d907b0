import { fork } from 'node:child_process'
import type { FromChild } from './parse-job'
import { bareEnvironment, type ParserHost } from './parser-process'

const errorTail = 4_000

/**
 * Starts parsing processes with Node alone, for the command line and tests.
 * `script`: the built parse-child.js; `execArgv`: flags for the process.
 */
export function nodeParserHost(script: string, execArgv: readonly string[] = []): ParserHost {
  return {
    start: () => {
      const child = fork(script, [], {
        execArgv: [...execArgv],
        env: bareEnvironment(),
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        serialization: 'advanced',
      })
      let errors = ''
      child.stderr?.setEncoding('utf8')
      child.stderr?.on('data', (text: string) => (errors = (errors + text).slice(-errorTail)))
      return {
        send: (message) => child.connected && child.send(message),
        onMessage: (listener) => child.on('message', (message) => listener(message as FromChild)),
        // `close` comes after the last of standard error, `exit` may not.
        onEnd: (listener) => {
          child.on('close', () => listener({ errors }))
          child.on('error', () => listener({ errors }))
        },
        kill: () => child.kill('SIGKILL'),
      }
    },
  }
}
