import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { day } from '../src/shared/kernel/dates'
import { createSchoolFile } from '../src/main/db/school-file'
import { fixedClock } from '../src/shared/kernel/clock'
import { applySettings } from '../src/main/db/pragmas'
import { benchBinder, NOW } from './binder'

export const LEDGER_ROWS = 100_000

/** A ledger as a finance system writes it. */
export function ledgerFile(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'ledger.csv')
  const rows = ['Document Number,Posting Date,Supplier,Description,Cost Centre,GL Description,Net,VAT,Gross']
  for (let row = 0; row < LEDGER_ROWS; row += 1) {
    const net = 1_000 + ((row * 7_919) % 90_000)
    const vat = Math.round(net / 5)
    const pounds = (pence: number): string => (pence / 100).toFixed(2)
    const on = `${String(1 + (row % 28)).padStart(2, '0')}/${String(1 + (row % 12)).padStart(2, '0')}/2025`
    rows.push(
      `INV${row},${on},Supplier number ${row % 900} Ltd,Training course ${row % 50},CC${row % 40},Training expenses,${pounds(net)},${pounds(vat)},${pounds(net + vat)}`,
    )
  }
  writeFileSync(path, `${rows.join('\r\n')}\r\n`)
  return path
}

/** The import as a person does it: read in a process of its own, planned, then committed as one change. */
export async function importOurs(csv: string, folder: string, root: string): Promise<void> {
  const path = join(folder, 'Ours.cpdschool')
  const binder = benchBinder(folder, root)
  binder.school.createAt(path, {
    profile: {
      validFrom: day('2020-09-01'),
      name: 'Bench School',
      urn: null,
      authorityName: null,
      phase: null,
      regime: 'maintained',
      pupilsOnRoll: null,
    },
    cpdLeaderTitle: 'CPD leader',
  })
  const startedAt = performance.now()
  const { token } = binder.imports.take('ledger', [csv])
  const plan = await binder.imports.plan({ token })
  if (plan.new !== LEDGER_ROWS)
    throw new Error(`planned ${plan.new} rows: ${JSON.stringify(plan.refused.slice(0, 2))}`)
  const { new: imported } = binder.imports.commit(token)
  tell(startedAt, imported)
  binder.desk.clear()
}

/** csv-parse and prepared inserts into the same table with the same indexes and settings, in one transaction. */
export function importByHand(csv: string, folder: string): void {
  const path = join(folder, 'Hand.cpdschool')
  createSchoolFile(path, { clock: fixedClock(NOW) }).close()
  const database = new BetterSqlite(path)
  applySettings(database)
  const startedAt = performance.now()
  const rows = parse(readFileSync(csv), { columns: true }) as Record<string, string>[]
  const insert = database.prepare(
    `insert into ledger_line (id, identity_hash, document_number, posted_on, net_pence, vat_pence, gross_pence, supplier,
       description, cost_centre, account_code, source_name, source_row, status)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ledger.csv', ?, 'unmatched')`,
  )
  const pence = (text: string | undefined): number => Math.round(Number(text) * 100)
  database
    .transaction(() =>
      rows.forEach((row, index) => {
        const [date = '', month = '', year = ''] = (row['Posting Date'] ?? '').split('/')
        insert.run(
          `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          `hand-identity-${String(index).padStart(10, '0')}`,
          row['Document Number'],
          `${year}-${month}-${date}`,
          pence(row['Net']),
          pence(row['VAT']),
          pence(row['Gross']),
          row['Supplier'],
          row['Description'],
          row['Cost Centre'],
          row['GL Description'],
          index + 2,
        )
      }),
    )
    .immediate()
  tell(startedAt, rows.length)
  database.close()
}

function tell(startedAt: number, rows: number): void {
  const ms = performance.now() - startedAt
  process.stdout.write(`${JSON.stringify({ ms, megabytes: peakMegabytes(), rows })}\n`)
}

/**
 * The most memory that this program has held since its start. On Linux `maxRSS` begins with what the process that
 * started this one held (it outlives exec), so the kernel's own mark for this program is read instead.
 */
function peakMegabytes(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Number(kilobytes) / 1024
}

/** Removes what an earlier round left. */
export function clearRound(folder: string): void {
  for (const name of ['Ours', 'Hand'])
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}.cpdschool${end}`), { force: true })
}
