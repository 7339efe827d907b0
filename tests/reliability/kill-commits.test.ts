import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyFile } from '../../src/main/db/verify-file'
import { newSchool } from './children/binder'
import { bundleChild, removeChild, runChild, scratchFolder, seeded, times, twoAtATime } from './support'

let child = ''
beforeAll(async () => void (child = await bundleChild('quick-writer')))
afterAll(() => removeChild(child))

interface Found {
  readonly highest: number
  readonly people: number
  readonly half: number
}

/** What is in the file after a kill: the numbered people, and how many of them lack a part of their change. */
function look(path: string): Found {
  const database = new BetterSqlite(path)
  try {
    return database
      .prepare(
        `select coalesce(max(cast(substr(staff_code, 2) as integer)), 0) as highest, count(*) as people,
                coalesce(sum((select count(*) from post_holding h join team t on t.id = h.team_id
                              where h.person_id = p.id and t.name = 'Team ' || substr(staff_code, 2)) <> 1), 0) as half
           from person p where staff_code glob 'K[0-9]*'`,
      )
      .get() as Found
  } finally {
    database.close()
  }
}

const kills = times(200, 2_000)

it(
  `loses no acknowledged change in ${kills} kills in the middle of commits`,
  async () => {
    const random = seeded(1)
    const lost: string[] = []
    let committed = 0
    // A file is used for a number of kills, so that later ones find a file with a past.
    const killsPerFile = 20
    await twoAtATime(Math.ceil(kills / killsPerFile), async (lane) => {
      const folder = scratchFolder()
      const path = join(folder, 'S.cpdschool')
      newSchool(path, folder)
      let highest = 0
      for (let kill = 0; kill < killsPerFile; kill += 1) {
        const { lines, errors, signal } = await runChild(child, [path, String(highest + 1)], {
          killAfterMs: random() * 60,
        })
        const where = `file ${lane}, kill ${kill}`
        if (signal !== 'SIGKILL' || errors !== '') lost.push(`${where}: ended by itself: ${errors}`)
        const acknowledged = Number(lines.filter((line) => /^\d+$/.test(line)).at(-1) ?? highest)
        const found = look(path)
        if (found.highest < acknowledged)
          lost.push(`${where}: ${acknowledged} acknowledged, ${found.highest} there`)
        if (found.people !== found.highest) lost.push(`${where}: ${found.people} of ${found.highest} people`)
        if (found.half !== 0) lost.push(`${where}: ${found.half} half`)
        committed += found.highest - highest
        highest = found.highest
      }
      const report = verifyFile(path)
      if (!report.ok) lost.push(`file ${lane}: ${JSON.stringify(report.checks)}`)
    })
    expect(lost).toEqual([])
    expect(committed).toBeGreaterThan(kills)
  },
  times(180_000, 1_800_000),
)
