// Saves a team and then a copy of the school over the copy before, again and again; after each it says how many teams
// the copy has:   backup-maker.mjs <school file> <data folder> <copy> [how often]
import { writeSync } from 'node:fs'
import { childBinder } from './binder'

const [path = '', dataFolder = '', copy = '', times = '1000000'] = process.argv.slice(2)

const binder = childBinder(dataFolder)
binder.school.openAt(path)
writeSync(1, 'open\n')
for (let round = 0; round < Number(times); round += 1) {
  await binder.dispatch('staff.saveTeam', { name: `Team ${process.pid}-${performance.now()}` })
  writeSync(1, `${binder.backups.saveCopy(copy).manifest.counts['team']}\n`)
}
