import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/shared/kernel/clock'
import { verifyBackup, writeBackup } from '../../src/main/db/backup'
import { verifyFile } from '../../src/main/db/verify-file'
import { openSchoolFile } from '../../src/main/db/school-file'
import { NOW } from '../fixtures/school'
import { newSchool } from './children/binder'
import { canPreload, compileShim } from './power-loss/shim'
import { bundleChild, isFull, removeChild, runChild, scratchFolder, twoAtATime } from './support'

const children: Record<'writer' | 'backup-maker' | 'restorer', string> = {
  writer: '',
  'backup-maker': '',
  restorer: '',
}
beforeAll(async () => {
  if (!canPreload) return
  for (const name of Object.keys(children) as (keyof typeof children)[]) children[name] = await bundleChild(name)
})
afterAll(() => Object.values(children).forEach(removeChild))

const kinds = [
  { name: 'disk full, once', env: {} },
  { name: 'disk full, from then on', env: { FAULT_STICKY: '1' } },
  { name: 'bad disk, once', env: { FAULT_EIO: '1' } },
  { name: 'bad disk, from then on', env: { FAULT_EIO: '1', FAULT_STICKY: '1' } },
] as const

/** The numbers of the operations that fail: all of the first ones in full, a few spread out in `npm test`. */
function failingAt(last: number, few: number): number[] {
  const step = isFull ? 1 : Math.ceil(last / few)
  return Array.from({ length: Math.floor(last / step) }, (_, index) => 1 + index * step)
}

interface Fault {
  readonly folder: string
  readonly path: string
  readonly env: Readonly<Record<string, string>>
  readonly where: string
}

/** Runs `work` once for each kind of fault at each of the operations, on a fresh copy of a school. */
async function withFaults(last: number, few: number, work: (fault: Fault) => Promise<string[]>): Promise<string[]> {
  const root = scratchFolder()
  const shim = compileShim(root)
  const prepared = join(root, 'prepared.cpdschool')
  newSchool(prepared, root)
  const wrong: string[] = []
  const cases = kinds.flatMap((kind) => failingAt(last, few).map((at) => ({ kind, at })))
  await twoAtATime(cases.length, async (index) => {
    const { kind, at } = cases[index] ?? { kind: kinds[0], at: 1 }
    const folder = join(root, String(index))
    mkdirSync(folder)
    const path = join(folder, 'S.cpdschool')
    copyFileSync(prepared, path)
    const env = { LD_PRELOAD: shim, FAULT_FOLDER: folder, FAULT_AT: String(at), ...kind.env }
    wrong.push(...(await work({ folder, path, env, where: `${kind.name} at operation ${at}` })))
  })
  return wrong
}

/** A child may end with a refusal in words, never with anything else. */
function unworded(errors: string): boolean {
  return errors !== '' && !errors.includes('Refusal')
}

describe.skipIf(!canPreload)('a disk that fails at any operation (needs Linux and a C compiler)', () => {
  it(
    'never makes a save that was acknowledged go, nor leaves half of one',
    async () => {
      const wrong = await withFaults(90, 6, async ({ folder, path, env, where }) => {
        const { lines, errors } = await runChild(children.writer, [path, folder, '1', '12'], { env })
        const problems = unworded(errors) ? [`${where}: ${errors}`] : []
        const acknowledged = Number(lines.filter((line) => /^\d+$/.test(line)).at(-1) ?? 0)
        openSchoolFile(path, { clock: fixedClock(NOW) }).close()
        const report = verifyFile(path)
        if (!report.ok) problems.push(`${where}: ${JSON.stringify(report.checks)}`)
        const database = new BetterSqlite(path)
        const count = Number(
          database.prepare(`select count(*) from person where staff_code glob 'K[0-9]*'`).pluck().get(),
        )
        database.close()
        if (count < acknowledged) problems.push(`${where}: ${acknowledged} acknowledged, ${count} there`)
        return problems
      })
      expect(wrong).toEqual([])
    },
    isFull ? 1_800_000 : 120_000,
  )

  it(
    'never makes a copy be called saved that is not whole',
    async () => {
      const wrong = await withFaults(150, 4, async ({ folder, path, env, where }) => {
        const copy = join(folder, 'Copy.cpdschool')
        const { lines, errors } = await runChild(children['backup-maker'], [path, folder, copy, '3'], { env })
        const problems = unworded(errors) ? [`${where}: ${errors}`] : []
        const acknowledged = lines.filter((line) => /^\d+$/.test(line)).at(-1)
        if (acknowledged !== undefined) {
          const { facts, manifest } = verifyBackup(copy)
          if (!manifest || (facts.counts['team'] ?? 0) < Number(acknowledged)) problems.push(`${where}: not whole`)
        }
        openSchoolFile(path, { clock: fixedClock(NOW) }).close()
        if (!verifyFile(path).ok) problems.push(`${where}: the school file`)
        return problems
      })
      expect(wrong).toEqual([])
    },
    isFull ? 1_800_000 : 120_000,
  )

  it(
    'never makes a restore leave neither file',
    async () => {
      const wrong = await withFaults(120, 4, async ({ folder, path, env, where }) => {
        const [away, backup] = [`${folder}-away`, join(`${folder}-away`, 'B.cpdschool')]
        mkdirSync(away)
        const file = openSchoolFile(path, { clock: fixedClock(NOW) })
        file.withDatabase((database) =>
          writeBackup(database, backup, { kind: 'copy', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' }),
        )
        file.close()
        const { errors } = await runChild(children.restorer, [path, backup, backup, '1'], { env })
        const problems = unworded(errors) ? [`${where}: ${errors}`] : []
        openSchoolFile(path, { clock: fixedClock(NOW) }).close()
        if (!verifyFile(path).ok) problems.push(`${where}: not whole`)
        const left = readdirSync(folder).filter((name) => name.includes('.restoring'))
        if (left.length > 0) problems.push(`${where}: left ${left.join()}`)
        return problems
      })
      expect(wrong).toEqual([])
    },
    isFull ? 1_800_000 : 120_000,
  )
})
