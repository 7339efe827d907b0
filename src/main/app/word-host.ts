import { join } from 'node:path'
import type { WordAnswer } from '../documents/docx-child'
import type { WordWriter } from '../documents/paper'
import { askChild } from './ask-child'

/** Writes each Word file in a process of its own. `folder` is where the main bundle lies. */
export function electronWordWriter(folder: string): WordWriter {
  const child = { module: join(folder, 'docx-child.js'), name: 'CPD Binder Word writer' }
  return async (report, charts, logo) => {
    const answer = await askChild<WordAnswer>(
      child,
      { report, charts, logo },
      () => new Error('the process that writes Word files ended early'),
    )
    if (!answer.ok) throw new Error(answer.error)
    return answer.content
  }
}
