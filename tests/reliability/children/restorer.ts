// Restores two backups over one school file in turn and names the one that is there:
//   restorer.mjs <school file> <backup A> <backup B> [how often]
import { writeSync } from 'node:fs'
import { restoreFile } from '../../../src/main/db/restore'

const [path = '', backupA = '', backupB = '', times = '1000000'] = process.argv.slice(2)

writeSync(1, 'open\n')
for (let round = 0; round < Number(times); round += 1) {
  for (const [name, backup] of [
    ['A', backupA],
    ['B', backupB],
  ] as const) {
    restoreFile(backup, path, new Date().toISOString())
    writeSync(1, `${name}\n`)
  }
}
