import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { Refusal } from '../../shared/kernel/result'
import type { SealAnswer } from '../db/backup-child'
import type { Sealer } from '../db/backup-steps'
import { bareEnvironment } from '../imports/parser-process'

/** Seals copies in a process of its own for each. `folder` is where the main bundle lies. */
export function electronSealer(folder: string): Sealer {
  return (raw, temporary) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(join(folder, 'backup-child.js'), [], {
        serviceName: 'CPD Binder backup',
        stdio: 'ignore',
        env: bareEnvironment(),
      })
      child.on('message', (message: unknown) => {
        const answer = message as SealAnswer
        if (answer.ok) resolve(answer.sealed)
        else reject(new Refusal(answer.code))
        child.kill()
      })
      // After an answer this changes nothing.
      child.on('exit', () => reject(new Refusal('backup.failed')))
      child.postMessage({ raw, temporary })
    })
}
