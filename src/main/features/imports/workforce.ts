import type { PayFound, PayRow, PayScope } from '../../../shared/features/imports/contract'
import { paidGroupIds, workforceFields } from '../../../shared/features/imports/workforce'
import { parsePence, pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { registerLimits, type FileLimits } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { readMapped, type MappedRow, type ReadyFile } from './read-files'

/** Streamed as a register is; one row for each school of a country. */
export const workforceLimits: FileLimits = { ...registerLimits, rows: 100_000 }

const mostRows = 50

/** What is asked for, where another file was chosen. */
const WANTED = 'the school-level file of the school workforce census, with numbers of teachers and their pay'

/**
 * The mean pay of teachers in the schools of a workforce file, weighted by their full-time equivalents. Rows whose pay
 * or number is withheld ("SUPP", "NA") are counted and left out. Without a scope: the authority and phase of the row
 * of `ownUrn`, else all. Throws Refusals `import.*`.
 */
export async function findPay(
  host: ParserHost,
  file: ReadyFile,
  ownUrn: string | undefined,
  asked: PayScope | undefined,
): Promise<Omit<PayFound, 'onCosts'>> {
  for (const field of workforceFields) {
    if (field.required && file.mapping[field.key] === undefined)
      throw new Refusal('import.another-file', { label: field.label, file: file.name, wanted: WANTED })
  }
  const all = await readAll(host, file)
  const own = all.find((row) => row.urn === ownUrn && isUsable(row)) ?? null
  const scope = asked ?? scopeOf(own)
  const within = all.filter((row) => isWithin(row, scope))
  const used = within.filter(isUsable)
  const tenths = (row: PayRow) => Math.round(row.teachersFte * 10)
  const fteTenths = used.reduce((sum, row) => sum + tenths(row), 0)
  const paid = used.reduce((sum, row) => sum + row.salaryPence * tenths(row), 0)
  return {
    fileName: file.name,
    scope,
    own,
    authorities: countsOf(all.map((row) => row.authority)),
    phases: countsOf(all.map((row) => row.phase)),
    schools: used.length,
    withoutPay: within.length - used.length,
    teachersFte: fteTenths / 10,
    meanSalaryPence: fteTenths === 0 ? null : pence(Math.round(paid / fteTenths)),
    rows: used.slice(0, mostRows),
    staffGroupIds: [...paidGroupIds],
  }
}

async function readAll(host: ParserHost, file: ReadyFile): Promise<PayRow[]> {
  const rows: PayRow[] = []
  await readMapped(
    host,
    file,
    workforceFields,
    workforceLimits,
    { keep: [], leaveOut: [] },
    (row) => rows.push(toPayRow(row)),
    () => undefined,
  )
  return rows
}

/** What is not a figure is nought, and so not usable. */
function toPayRow({ row, values }: MappedRow): PayRow {
  const text = (key: string) => String(values[key] ?? '').trim()
  const fte = Number(text('teachersFte').replaceAll(',', ''))
  return {
    row,
    urn: text('urn'),
    authority: text('authority'),
    phase: text('phase'),
    teachersFte: Number.isFinite(fte) && fte > 0 ? fte : 0,
    salaryPence: parsePence(text('salary')) ?? pence(0),
  }
}

function isUsable(row: PayRow): boolean {
  return row.teachersFte > 0 && row.salaryPence > 0
}

function isWithin(row: PayRow, scope: PayScope): boolean {
  return (
    (scope.urn === undefined || row.urn === scope.urn) &&
    (scope.authority === undefined || row.authority === scope.authority) &&
    (scope.phase === undefined || row.phase === scope.phase)
  )
}

function scopeOf(own: PayRow | null): PayScope {
  if (own === null) return {}
  return {
    ...(own.authority !== '' && { authority: own.authority }),
    ...(own.phase !== '' && { phase: own.phase }),
  }
}

function countsOf(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1))
}
