import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../src/shared/kernel/clock'
import { verifyBackup, writeBackup } from '../../src/main/db/backup'
import { sql } from '../../src/main/db/handle'
import { createSchoolFile, openSchoolFile } from '../../src/main/db/school-file'
import { NOW } from '../fixtures/school'
import { newSchool } from './children/binder'
import { bundleChild, removeChild, runChild, scratchFolder, seeded, times } from './support'

const clock = fixedClock(NOW)
let [maker, restorer] = ['', '']
beforeAll(async () => {
  maker = await bundleChild('backup-maker')
  restorer = await bundleChild('restorer')
})
afterAll(() => [maker, restorer].forEach(removeChild))

const kills = times(20, 100)

it(
  `leaves the old copy or the new one in ${kills} kills in the middle of a backup`,
  async () => {
    const folder = scratchFolder()
    const [path, copy] = [join(folder, 'S.cpdschool'), join(folder, 'Copy.cpdschool')]
    newSchool(path, folder)
    const random = seeded(3)
    const wrong: string[] = []
    let highest = 0
    let checked = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const { lines, errors } = await runChild(maker, [path, folder, copy], { killAfterMs: random() * 250 })
      if (errors !== '') wrong.push(errors)
      highest = Math.max(highest, ...lines.filter((line) => /^\d+$/.test(line)).map(Number))
      if (!existsSync(copy)) continue
      checked += 1
      const { facts, manifest } = verifyBackup(copy)
      if (!manifest) wrong.push(`kill ${kill}: no manifest fits`)
      if ((facts.counts['team'] ?? 0) < highest) wrong.push(`kill ${kill}: older than what was said to be saved`)
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(kills / 2)
    // The next backup tidies away what the killed ones left.
    const file = openSchoolFile(path, { clock })
    file.withDatabase((database) =>
      writeBackup(database, copy, { kind: 'copy', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' }),
    )
    file.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('Copy') && name.endsWith('.part'))).toEqual([])
  },
  times(120_000, 600_000),
)

function backupNamed(folder: string, name: string): string {
  const file = createSchoolFile(join(folder, `${name}.source`), { clock })
  file.write({ channel: 'test' }, (db) =>
    db.runOne(sql.insertInto('team').values({ id: name, name, is_archived: 0 })),
  )
  const backup = join(folder, `${name}.cpdschool`)
  file.withDatabase((database) =>
    writeBackup(database, backup, { kind: 'copy', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' }),
  )
  file.close()
  return backup
}

function teamsAt(path: string): string {
  const file = openSchoolFile(path, { clock })
  try {
    return file.read
      .all(sql.selectFrom('team').select('name'))
      .map((team) => team.name)
      .join()
  } finally {
    file.close()
  }
}

it(
  `leaves the old file or the new one in ${kills} kills in the middle of a restore`,
  async () => {
    const folder = scratchFolder()
    const path = join(folder, 'school', 'S.cpdschool')
    const backups = [backupNamed(folder, 'A'), backupNamed(folder, 'B')]
    const random = seeded(4)
    const seen = new Set<string>()
    for (let kill = 0; kill < kills; kill += 1) {
      const { lines, errors } = await runChild(restorer, [path, ...backups], { killAfterMs: random() * 120 })
      expect(errors).toBe('')
      // The first ever may be killed before there is anything; after an acknowledgement there must be a file.
      if (!existsSync(path) && !existsSync(`${path}.restoring.json`)) {
        expect(seen.size + lines.length).toBeLessThanOrEqual(1)
        continue
      }
      const state = teamsAt(path)
      expect(['A', 'B']).toContain(state)
      seen.add(state)
      const files = readdirSync(join(folder, 'school'))
      expect(files.filter((name) => name.includes('.restoring') || name.endsWith('.part'))).toEqual([])
      const kept = files.filter((name) => name.includes('before restore') && name.endsWith('.cpdschool')).sort()
      for (const name of kept.slice(-2)) expect(['A', 'B']).toContain(teamsAt(join(folder, 'school', name)))
      for (const name of files.filter((each) => each.includes('before restore'))) {
        rmSync(join(folder, 'school', name), { force: true })
      }
    }
    expect(seen).toEqual(new Set(['A', 'B']))
  },
  times(120_000, 600_000),
)
