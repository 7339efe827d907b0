import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyFile } from '../../src/main/db/verify-file'
import { newSchool } from './children/binder'
import { bundleChild, removeChild, runChild, scratchFolder, seeded, times } from './support'

let child = ''
beforeAll(async () => void (child = await bundleChild('importer')))
afterAll(() => removeChild(child))

const kills = times(15, 200)
const linesOfALedger = 1_000

/** How many lines of each ledger are in the file, and how many of the log, by the number of the ledger. */
function look(path: string): Map<number, { lines: number; logged: number }> {
  const database = new BetterSqlite(path)
  try {
    const rows = database
      .prepare<[], { source_name: string; lines: number; logged: number }>(
        `select source_name, count(*) as lines, count(r.id) as logged
           from ledger_line l left join change_row r on r.table_name = 'ledger_line' and r.row_id = l.id
          where source_name glob 'Ledger [0-9]*' group by source_name`,
      )
      .all()
    return new Map(rows.map((row) => [Number(/\d+/.exec(row.source_name)?.[0]), row]))
  } finally {
    database.close()
  }
}

it(
  `leaves an import whole or not there in ${kills} kills`,
  async () => {
    const folder = scratchFolder()
    const path = join(folder, 'S.cpdschool')
    newSchool(path, folder)
    const random = seeded(11)
    const wrong: string[] = []
    let [highest, cutShort] = [0, 0]
    for (let kill = 0; kill < kills; kill += 1) {
      const first = highest + 1
      const { lines, errors, signal } = await runChild(
        child,
        [path, folder, String(first), String(linesOfALedger)],
        {
          killAfterMs: random() * 250,
        },
      )
      if (signal !== 'SIGKILL' || errors !== '') wrong.push(`kill ${kill}: ended by itself: ${errors}`)
      const acknowledged = lines.filter((line) => /^\d+$/.test(line)).map(Number)
      const planned = lines.filter((line) => line === 'planned').length
      if (planned + acknowledged.length !== lines.length) wrong.push(`kill ${kill}: ${lines.join()}`)
      const found = look(path)
      for (const number of acknowledged)
        if (!found.has(number)) wrong.push(`kill ${kill}: ledger ${number} was lost`)
      for (const [number, { lines: there, logged }] of found)
        if (there !== linesOfALedger || logged !== linesOfALedger)
          wrong.push(`kill ${kill}: ledger ${number} has ${there} lines, ${logged} in the log`)
      if (planned > acknowledged.length) cutShort += 1
      highest = Math.max(highest, ...found.keys())
    }
    const report = verifyFile(path)
    if (!report.ok) wrong.push(JSON.stringify(report.checks))
    expect(wrong).toEqual([])
    // Kills that fell between the plan and the answer are the ones that prove something.
    expect(cutShort).toBeGreaterThan(kills / 3)
  },
  times(120_000, 1_800_000),
)
