import { resolve } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import { FailedAnswer, parseCommand, type Command } from '../command'

/** `backup --file S --out F`: a verified copy with its manifest beside it. */
export const backupCommand: Command = {
  name: 'backup',
  usage: '--file S.cpdschool --out F.cpdschool',
  does: 'Saves a verified copy of a school file, with a manifest (F.cpdschool.json) beside it.',
  run(args, { binder }) {
    const options = parseCommand(args, { file: { type: 'string' }, out: { type: 'string' } })
    const out = options.need('out')
    binder.school.openAt(resolve(options.need('file')))
    const { manifest, leftBy } = binder.backups.saveCopy(resolve(out))
    return { out, leftBy, ...manifest }
  },
}

/** `restore --from F --file S`: the current S is kept beside it. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: '--from F.cpdschool --file S.cpdschool',
  does: 'Puts a backup in the place of a school file, after checking it. The file from before is kept beside it.',
  run(args, { binder }) {
    const options = parseCommand(args, { from: { type: 'string' }, file: { type: 'string' } })
    const file = options.need('file')
    const restored = binder.backups.restoreFrom(resolve(options.need('from')), resolve(file))
    return { file, ...restored }
  },
}

/** `verify --file S`: changes nothing, not even an older schema. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '--file S.cpdschool',
  does: 'Checks a school file in full: pages, links, values, money, log, attachments, settings.',
  run(args, { binder }) {
    const options = parseCommand(args, { file: { type: 'string' } })
    const report = binder.backups.verifyAt(resolve(options.need('file')))
    if (report.ok) return report
    const failed = Object.entries(report.checks).filter(([, check]) => !check.ok)
    return new FailedAnswer(
      report,
      new Refusal('verify.failed', { checks: failed.map(([name]) => name).join(', ') }),
    )
  },
}
