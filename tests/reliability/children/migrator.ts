// Opens a school file with one migration more than it has:   migrator.mjs <school file>
import { writeSync } from 'node:fs'
import { clockFrom } from '../../../src/shared/kernel/clock'
import { openSchoolFile } from '../../../src/main/db/school-file'
import { withHeavyMigration } from './heavy-migration'

writeSync(1, 'go\n')
const file = openSchoolFile(process.argv[2] ?? '', { clock: clockFrom(), migrations: withHeavyMigration })
writeSync(1, 'done\n')
file.close()
