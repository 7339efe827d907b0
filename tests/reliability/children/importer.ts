// Imports one ledger after the other and says so after each answer:
//   importer.mjs <school file> <data folder> <first number> <lines of a ledger>
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { inProcessParserHost } from '../../fixtures/parser-host'
import { childBinder } from './binder'

const [path = '', dataFolder = '', first = '0', count = '1000'] = process.argv.slice(2)

const binder = childBinder(dataFolder, inProcessParserHost())
binder.school.openAt(path)
for (let number = Number(first); ; number += 1) {
  const ledger = join(dataFolder, `Ledger ${number}.csv`)
  const lines = Array.from(
    { length: Number(count) },
    (_, line) => `${number}-${line},01/10/2025,Supplier ${line},${line}.50`,
  )
  writeFileSync(ledger, ['Document No,Posting Date,Supplier,Net Amount', ...lines].join('\n'))
  const { token } = binder.imports.take('ledger', [ledger])
  const plan = await binder.imports.plan({ token })
  // The first line starts the time to the kill: it falls into the backup before the import, the import or the answer.
  writeSync(1, plan.new === Number(count) ? 'planned\n' : `planned ${plan.new}\n`)
  const done = binder.imports.commit(token)
  writeSync(1, done.new === Number(count) ? `${number}\n` : `imported ${done.new}\n`)
}
