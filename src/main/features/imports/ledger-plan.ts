import type { PlanRow, Where } from '../../../shared/features/imports/contract'
import { ledgerFields } from '../../../shared/features/imports/ledger-fields'
import type { LedgerRow } from '../../../shared/features/costs/ledger-model'
import { formatDayShort, type Day } from '../../../shared/kernel/dates'
import { formatPence, pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import type { ReadDb } from '../../db/handle'
import { officeLimits } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { faultRows, listed, rowsAtFault, toRefused, type Planned } from './planned'
import type { IdentifiedRow, LedgerPort } from './ports'
import { readMapped, testsFor, type MappedRow, type ReadyFile, type RowFault } from './read-files'

interface LedgerRead {
  readonly lines: IdentifiedRow[]
  /** At which line each file begins. */
  readonly starts: { readonly file: number; readonly at: number }[]
  readonly faults: RowFault[]
  /** Taken, with something to look at. */
  readonly notes: RowFault[]
  readonly leftOut: Record<string, number>
  readonly read: number
  readonly blank: number
}

async function readLedgerFiles(
  host: ParserHost,
  ledger: LedgerPort,
  files: readonly ReadyFile[],
  where: readonly Where[],
): Promise<LedgerRead> {
  const result: LedgerRead = { lines: [], starts: [], faults: [], notes: [], leftOut: {}, read: 0, blank: 0 }
  let [read, blank] = [0, 0]
  for (const file of files) {
    const identify = ledger.identifier()
    result.starts.push({ file: file.index, at: result.lines.length })
    const onRow = (row: MappedRow): void => {
      const made = toLedgerRow(row, file)
      if ('code' in made) return void result.faults.push(made)
      if (made.netPence + made.vatPence !== made.grossPence) {
        const column = headerOf(file, 'grossPence')
        result.notes.push({ file: row.file, row: row.row, column, code: 'ledger.amounts-differ' })
      }
      result.lines.push(identify(made))
    }
    const filter = { keep: testsFor(file, where), leaveOut: [] }
    const onFault = (fault: RowFault): void => void result.faults.push(fault)
    const summary = await readMapped(host, file, ledgerFields, officeLimits, filter, onRow, onFault)
    read += summary.read
    blank += summary.blank
    for (const [reason, count] of Object.entries(summary.leftOut)) {
      result.leftOut[reason] = (result.leftOut[reason] ?? 0) + count
    }
  }
  return { ...result, read, blank }
}

/** Works out which lines of the finance system's files are not in the binder yet. */
export async function planLedger(
  host: ParserHost,
  ledger: LedgerPort,
  db: ReadDb,
  files: readonly ReadyFile[],
  asked: { readonly where: readonly Where[]; readonly remember: boolean },
): Promise<Planned> {
  for (const file of files) assertAmounts(file)
  const { lines, starts, faults, notes, leftOut, read, blank } = await readLedgerFiles(
    host,
    ledger,
    files,
    asked.where,
  )
  const known = ledger.existing(
    db,
    lines.map((line) => line.identityHash),
  )
  // A line that stands in two files of one import is one line.
  const isNew = lines.map(({ identityHash }) => !known.has(identityHash) && Boolean(known.add(identityHash)))
  const fresh = isNew.filter(Boolean).length
  return {
    files,
    rememberMapping: asked.remember,
    plan: {
      kind: 'ledger',
      read,
      new: fresh,
      changed: 0,
      same: lines.length - fresh,
      refused: listed(faults).map(toRefused),
      refusedCount: rowsAtFault(faults),
      noted: listed(notes).map(toRefused),
      leftOut,
      blank,
      absent: { count: 0, names: [] },
      totals: totalsOf(lines),
      schools: { column: null, values: [], rows: [] },
    },
    rows: (status, offset, limit) => pageOf({ lines, starts, faults }, isNew, status, offset, limit),
    apply: (write) => ({ ...ledger.apply(write, lines), changed: 0 }),
  }
}

function totalsOf(lines: readonly LedgerRow[]): { netPence: Pence; vatPence: Pence; grossPence: Pence } {
  return {
    netPence: sumPence(lines.map((line) => line.netPence)),
    vatPence: sumPence(lines.map((line) => line.vatPence)),
    grossPence: sumPence(lines.map((line) => line.grossPence)),
  }
}

function assertAmounts(file: ReadyFile): void {
  const filled = (key: string): boolean => file.mapping[key] !== undefined
  if (!filled('postedOn')) throw new Refusal('import.column-missing', { label: 'the date', file: file.name })
  if (!['netPence', 'grossPence', 'debitPence', 'creditPence'].some(filled)) {
    throw new Refusal('import.column-missing', { label: 'the amount', file: file.name })
  }
}

/** The heading of the column that fills a field, null where none does. */
function headerOf(file: ReadyFile, key: string): string | null {
  return file.shape.columns[file.mapping[key] ?? -1]?.header ?? null
}

function toLedgerRow(row: MappedRow, file: ReadyFile): LedgerRow | RowFault {
  const header = (key: string): string | null => headerOf(file, key)
  const text = (key: string, longest: number): string | null => {
    const value = row.values[key]
    return typeof value === 'string' ? value.slice(0, longest) : null
  }
  const postedOn = text('postedOn', 10)
  if (postedOn === null) return { file: row.file, row: row.row, column: header('postedOn'), code: 'cell.required' }
  const amounts = amountsOf(row)
  if (amounts === undefined) {
    const column = header('netPence') ?? header('grossPence') ?? header('debitPence') ?? header('creditPence')
    return { file: row.file, row: row.row, column, code: 'cell.required' }
  }
  return {
    ...amounts,
    postedOn: postedOn as Day,
    documentNumber: text('documentNumber', 120),
    supplier: text('supplier', 300),
    description: text('description', 500),
    costCentre: text('costCentre', 200),
    accountCode: text('accountCode', 200),
    sourceName: file.name.slice(0, 260),
    sourceRow: row.row,
  }
}

/**
 * Net, VAT and gross of a line from what the file gives: what is missing is worked out from the others (gross = net +
 * VAT), and what is given is kept as it stands; where the three do not agree, the row is noted. A debit is spending, a credit not.
 */
function amountsOf(row: MappedRow): { netPence: Pence; vatPence: Pence; grossPence: Pence } | undefined {
  const given = (key: string): number | undefined => {
    const value = row.values[key]
    return typeof value === 'number' ? value : undefined
  }
  const [debit, credit] = [given('debitPence'), given('creditPence')]
  const posted = debit === undefined && credit === undefined ? undefined : (debit ?? 0) - Math.abs(credit ?? 0)
  const [vat, gross] = [given('vatPence'), given('grossPence')]
  const net = given('netPence') ?? posted ?? (gross === undefined ? undefined : gross - (vat ?? 0))
  if (net === undefined) return undefined
  const vatPence = vat ?? (gross === undefined ? 0 : gross - net)
  return { netPence: pence(net), vatPence: pence(vatPence), grossPence: pence(gross ?? net + vatPence) }
}

function pageOf(
  { lines, starts, faults }: Pick<LedgerRead, 'lines' | 'starts' | 'faults'>,
  isNew: readonly boolean[],
  status: PlanRow['status'] | undefined,
  offset: number,
  limit: number,
): { total: number; rows: PlanRow[] } {
  const wanted = lines.flatMap((_, at) => {
    const found = isNew[at] ? 'new' : 'same'
    return status === undefined || status === found ? [at] : []
  })
  const refused = status === undefined || status === 'refused' ? faultRows(faults) : []
  const page = wanted.slice(offset, offset + limit).map((at): PlanRow => {
    const line = lines[at]
    return {
      key: `l${at}`,
      file: starts.findLast((start) => start.at <= at)?.file ?? 0,
      row: line?.sourceRow ?? 0,
      status: isNew[at] ? 'new' : 'same',
      label: line?.supplier ?? line?.description ?? 'Line',
      detail: line ? detailOf(line) : '',
      changes: [],
      message: null,
    }
  })
  const rest = Math.max(0, offset - wanted.length)
  return {
    total: wanted.length + refused.length,
    rows: [...page, ...refused.slice(rest, rest + limit - page.length)],
  }
}

function detailOf(line: LedgerRow): string {
  const parts = [
    formatDayShort(line.postedOn),
    line.accountCode,
    line.description,
    `${formatPence(line.netPence)} net`,
  ]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}
