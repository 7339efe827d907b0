import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSchool } from './children/binder'
import { FILES, readLog, stateAfterCut, type Operation } from './power-loss/replay'
import { canPreload, compileShim } from './power-loss/shim'
import { bundleChild, removeChild, runChild, scratchFolder, seeded, times } from './support'

let child = ''
beforeAll(async () => {
  if (canPreload) child = await bundleChild('writer')
})
afterAll(() => removeChild(child))

interface Counted {
  states: number
  lost: number
  half: number
  corrupt: number
  unopenable: number
}

const COMMITS = 60

/** Saves people under the shim and returns what reached the disk, in order, and the file from before. */
async function recorded(pragmas: string): Promise<{ operations: Operation[]; base: Buffer }> {
  const folder = scratchFolder()
  const [path, log] = [join(folder, 'S.cpdschool'), join(folder, 'log')]
  newSchool(path, folder)
  const base = readFileSync(path)
  const { lines, errors } = await runChild(child, [path, folder, '1', String(COMMITS), pragmas], {
    env: { LD_PRELOAD: compileShim(folder), FAULT_LOG: log, FAULT_DB: path },
  })
  if (errors !== '' || lines.at(-1) !== String(COMMITS)) throw new Error(`the writer failed: ${errors}`)
  return { operations: readLog(readFileSync(log)), base }
}

/** Cuts the power at random moments and looks at what is there. */
function cutPower(
  { operations, base }: { operations: Operation[]; base: Buffer },
  states: number,
  seed: number,
): Counted {
  const random = seeded(seed)
  // In memory, where there is such a place: the point is what is in the files, not where they lie.
  const folder = scratchFolder(existsSync('/dev/shm') ? '/dev/shm' : undefined)
  const path = join(folder, 'S.cpdschool')
  const counted: Counted = { states, lost: 0, half: 0, corrupt: 0, unopenable: 0 }
  for (let state = 0; state < states; state += 1) {
    const cut = 1 + Math.floor(random() * operations.length)
    const { files, acknowledged } = stateAfterCut(operations, cut, base, random)
    for (const [file, end] of [
      [FILES.database, ''],
      [FILES.wal, '-wal'],
      [FILES.journal, '-journal'],
    ] as const) {
      rmSync(`${path}${end}`, { force: true })
      const bytes = files.get(file)
      if (bytes) writeFileSync(`${path}${end}`, bytes)
    }
    rmSync(`${path}-shm`, { force: true })
    look(path, acknowledged, counted)
  }
  return counted
}

function look(path: string, acknowledged: number, counted: Counted): void {
  try {
    const database = new BetterSqlite(path)
    try {
      if (database.pragma('integrity_check', { simple: true }) !== 'ok') counted.corrupt += 1
      const { highest, people, posts } = database
        .prepare(
          `select coalesce(max(cast(substr(staff_code, 2) as integer)), 0) as highest, count(*) as people,
                  (select count(*) from post_holding h join person p on p.id = h.person_id where p.staff_code glob 'K[0-9]*') as posts
             from person where staff_code glob 'K[0-9]*'`,
        )
        .get() as { highest: number; people: number; posts: number }
      if (highest < acknowledged) counted.lost += 1
      if (people !== highest || posts !== people) counted.half += 1
    } finally {
      database.close()
    }
  } catch {
    counted.unopenable += 1
  }
}

describe.skipIf(!canPreload)('when the power goes (needs Linux and a C compiler)', () => {
  const states = times(150, 10_000)

  it(
    `no acknowledged change is lost in ${states} states of the disk`,
    async () => {
      // Carried into the file often, so that cuts fall into that too.
      const { states: seen, ...faults } = cutPower(await recorded('wal_autocheckpoint = 40'), states, 7)
      expect(faults).toEqual({ lost: 0, half: 0, corrupt: 0, unopenable: 0 })
      expect(seen).toBe(states)
    },
    times(120_000, 1_800_000),
  )

  it('the test can fail: with the setting that better-sqlite3 falls back to, changes are lost', async () => {
    const counted = cutPower(await recorded('wal_autocheckpoint = 40;synchronous = NORMAL'), times(60, 300), 8)
    expect(counted.lost).toBeGreaterThan(counted.states / 10)
  })
})
