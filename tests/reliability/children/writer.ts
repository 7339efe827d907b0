// Saves people, each with a post, through the contract, and says so on standard output after the answer has come:
//   writer.mjs <school file> <data folder> <first number> [how many] [PRAGMAs to set behind the program's back]
// One save is one change of at least three rows and their log.
import { writeSync } from 'node:fs'
import { childBinder } from './binder'
import { personOf } from './person'

const [path = '', dataFolder = '', first = '0', count = '1000000', pragma = ''] = process.argv.slice(2)

const binder = childBinder(dataFolder)
binder.school.openAt(path)
writeSync(1, 'open\n')
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const answer = await binder.dispatch('staff.savePerson', personOf(number))
  // Where the acknowledgement goes is watched by the power-loss log too, in the order of the writes to the disk.
  writeSync(1, answer.ok ? `${number}\n` : `refused ${answer.code}\n`)
  if (!answer.ok) break
  // Not before the first save, after which the program itself looks at its settings and would stop.
  if (number === Number(first)) setPragmas()
}
if (count !== '1000000') binder.desk.clear()

function setPragmas(): void {
  for (const each of pragma.split(';').filter(Boolean)) {
    binder.desk.file.withDatabase((database) => database.pragma(each))
  }
}
