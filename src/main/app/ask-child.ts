import { utilityProcess } from 'electron'
import { bareEnvironment } from '../imports/parser-process'

/** What a process answers: with `ok`, and what it was asked for or why not. */
export interface ChildAnswer {
  readonly ok: boolean
}

/**
 * Asks a process of its own one question and ends it with its answer. `module` is the bundle that it runs, `name` what
 * the system calls it. Rejects with `endedEarly` when it ends without an answer.
 */
export function askChild<A extends ChildAnswer>(
  { module, name }: { readonly module: string; readonly name: string },
  question: unknown,
  endedEarly: () => Error,
): Promise<A> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(module, [], { serviceName: name, stdio: 'ignore', env: bareEnvironment() })
    child.on('message', (answer: A) => {
      resolve(answer)
      child.kill()
    })
    // After an answer this changes nothing.
    child.on('exit', () => reject(endedEarly()))
    child.postMessage(question)
  })
}
