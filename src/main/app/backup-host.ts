import { join } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import type { SealAnswer } from '../db/backup-child'
import type { Sealer } from '../db/backup-steps'
import { askChild } from './ask-child'

/** Seals copies in a process of its own for each. `folder` is where the main bundle lies. */
export function electronSealer(folder: string): Sealer {
  const child = { module: join(folder, 'backup-child.js'), name: 'CPD Binder backup' }
  return async (raw, temporary) => {
    const answer = await askChild<SealAnswer>(child, { raw, temporary }, () => new Refusal('backup.failed'))
    if (!answer.ok) throw new Refusal(answer.code)
    return answer.sealed
  }
}
