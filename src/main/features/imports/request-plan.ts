import type { PlanRow, Where } from '../../../shared/features/imports/contract'
import { requestFields } from '../../../shared/features/imports/request-fields'
import type { RequestOfFile, RequestOutcome } from '../../../shared/features/requests/import-model'
import { formatDayShort, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { ReadDb } from '../../db/handle'
import { officeLimits } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { faultRows, listed, rowsAtFault, toRefused, type Planned } from './planned'
import type { RequestsPort } from './ports'
import { readMapped, testsFor, type MappedRow, type ReadyFile, type RowFault } from './read-files'

interface Placed {
  readonly file: number
  readonly at: number
  readonly row: RequestOfFile
}

/** The columns of money, by the kind of cost that each is. */
const costColumns = [
  ['fee', 'feePence', 'feeVatPence'],
  ['cover-supply', 'coverPence', undefined],
  ['travel', 'travelPence', undefined],
  ['subsistence', 'subsistencePence', undefined],
  ['materials', 'materialsPence', undefined],
  ['other', 'otherPence', undefined],
] as const

/** Works out which requests fill-in files bring: checked row by row, changing nothing. */
export async function planRequestFiles(
  host: ParserHost,
  port: RequestsPort,
  db: ReadDb,
  files: readonly ReadyFile[],
  asked: { readonly where: readonly Where[]; readonly remember: boolean },
): Promise<Planned> {
  const placed: Placed[] = []
  const faults: RowFault[] = []
  let [read, blank] = [0, 0]
  for (const file of files) {
    const onRow = (row: MappedRow) => void placed.push({ file: row.file, at: row.row, row: rowOf(row) })
    const filter = { keep: testsFor(file, asked.where), leaveOut: [] }
    const onFault = (fault: RowFault) => void faults.push(fault)
    const summary = await readMapped(host, file, requestFields, officeLimits, filter, onRow, onFault)
    read += summary.read
    blank += summary.blank
  }
  const outcomes = port.plan(
    db,
    placed.map(({ row }) => row),
  )
  outcomes.forEach((outcome, index) => {
    const here = placed[index]
    if (outcome.status === 'refused' && here) faults.push(faultOf(here, outcome, files))
  })
  faults.sort((a, b) => a.file - b.file || a.row - b.row)
  const count = (status: RequestOutcome['status']) => outcomes.filter((one) => one.status === status).length
  return {
    files,
    rememberMapping: asked.remember,
    plan: {
      kind: 'requests',
      read,
      new: count('new'),
      changed: 0,
      same: count('same'),
      refused: listed(faults).map(toRefused),
      refusedCount: rowsAtFault(faults),
      noted: [],
      leftOut: {},
      blank,
      absent: { count: 0, names: [] },
      totals: null,
      schools: { column: null, values: [], rows: [] },
    },
    rows: (status, offset, limit) => pageOf(placed, outcomes, faults, { status, offset, limit }),
    apply: (write) =>
      port.apply(
        write,
        placed.map(({ row }) => row),
      ),
  }
}

function rowOf({ values }: MappedRow): RequestOfFile {
  const text = (key: string, longest: number): string | null => {
    const value = values[key]
    return value === undefined || value === null || value === '' ? null : String(value).slice(0, longest)
  }
  const amount = (key: string | undefined): number => {
    const value = key === undefined ? undefined : values[key]
    return typeof value === 'number' ? value : 0
  }
  return {
    who: text('who', 200) ?? '',
    title: text('title', 300) ?? '',
    providerName: text('providerName', 200),
    receivedOn: text('receivedOn', 10) as Day | null,
    wantedOn: text('wantedOn', 10) as Day | null,
    expectedChange: text('expectedChange', 2000) ?? '',
    pupilBenefit: text('pupilBenefit', 2000) ?? '',
    howMeasured: text('howMeasured', 300) ?? '',
    measureOn: text('measureOn', 10) as Day | null,
    reason: text('reason', 2000),
    sharing: text('sharing', 1000),
    priority: text('priority', 300),
    coverDays: Number((text('coverDays', 20) ?? '0').replace(',', '.')),
    costs: costColumns.flatMap(([kindCode, net, vat]) =>
      amount(net) + amount(vat) === 0
        ? []
        : [{ kindCode, netPence: pence(amount(net)), vatPence: pence(amount(vat)) }],
    ),
    fund: text('fund', 200),
  }
}

function faultOf(
  { file, at, row }: Placed,
  outcome: Extract<RequestOutcome, { status: 'refused' }>,
  files: readonly ReadyFile[],
): RowFault {
  const ready = files.find(({ index }) => index === file)
  return {
    file,
    row: at,
    column: ready?.shape.columns[ready.mapping[outcome.field] ?? -1]?.header ?? null,
    who: `${row.who}: ${row.title}`.slice(0, 120),
    code: outcome.code,
    ...(outcome.facts && { facts: outcome.facts }),
  }
}

function pageOf(
  placed: readonly Placed[],
  outcomes: readonly RequestOutcome[],
  faults: readonly RowFault[],
  { status, offset, limit }: { status: PlanRow['status'] | undefined; offset: number; limit: number },
): { total: number; rows: PlanRow[] } {
  const wanted = placed.flatMap((here, index): PlanRow[] => {
    const found = outcomes[index]?.status
    if (found === undefined || found === 'refused' || (status !== undefined && status !== found)) return []
    const { row } = here
    const detail = [row.title, row.wantedOn && formatDayShort(row.wantedOn), row.providerName]
    return [
      {
        key: `r${here.file}:${here.at}`,
        file: here.file,
        row: here.at,
        status: found,
        label: row.who,
        detail: detail.filter(Boolean).join(' · '),
        changes: [],
        message: null,
      },
    ]
  })
  const refused = status === undefined || status === 'refused' ? faultRows(faults) : []
  const all = [...wanted, ...refused]
  return { total: all.length, rows: all.slice(offset, offset + limit) }
}
