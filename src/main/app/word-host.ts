import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { WordAnswer } from '../documents/docx-child'
import type { WordWriter } from '../documents/paper'
import { bareEnvironment } from '../imports/parser-process'

/** Writes each Word file in a process of its own. `folder` is where the main bundle lies. */
export function electronWordWriter(folder: string): WordWriter {
  return (report, charts, logo) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(join(folder, 'docx-child.js'), [], {
        serviceName: 'CPD Binder Word writer',
        stdio: 'ignore',
        env: bareEnvironment(),
      })
      child.on('message', (message: unknown) => {
        const answer = message as WordAnswer
        if (answer.ok) resolve(answer.content)
        else reject(new Error(answer.error))
        child.kill()
      })
      // After an answer this changes nothing.
      child.on('exit', () => reject(new Error('the process that writes Word files ended early')))
      child.postMessage({ report, charts, logo })
    })
}
