// Saves people as writer.ts does, until it is killed, with only the part of the program that saves them, so that it is
// there in half the time:   quick-writer.mjs <school file> <first number>
import { writeSync } from 'node:fs'
import { clockFrom } from '../../../src/shared/kernel/clock'
import { staffContract } from '../../../src/shared/features/staff/contract'
import { SchoolDesk } from '../../../src/main/db/school-desk'
import { openSchoolFile } from '../../../src/main/db/school-file'
import { staffHandlers } from '../../../src/main/features/staff/handlers'
import { personOf } from './person'

const [path = '', first = '0'] = process.argv.slice(2)

const clock = clockFrom()
const desk = new SchoolDesk()
desk.put(openSchoolFile(path, { clock }))
const save = staffHandlers(desk, clock)['staff.savePerson']
writeSync(1, 'open\n')
for (let number = Number(first); ; number += 1) {
  await save(staffContract['staff.savePerson'].input.parse(personOf(number)))
  writeSync(1, `${number}\n`)
}
