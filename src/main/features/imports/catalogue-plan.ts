import { catalogueFields } from '../../../shared/features/imports/catalogue-fields'
import type { PlanRow, Where } from '../../../shared/features/imports/contract'
import { courseKeys, dateKey } from '../../../shared/features/opportunities/course-identity'
import type { CatalogueOutcome, CatalogueRow } from '../../../shared/features/opportunities/import-model'
import { knownCodes, type CodeLists } from '../../../shared/features/opportunities/known-codes'
import { datesWords } from '../../../shared/features/opportunities/words'
import { Refusal } from '../../../shared/kernel/result'
import type { ReadDb } from '../../db/handle'
import { catalogueLimits } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { readCatalogueRow, type CellFault } from './catalogue-row'
import { faultRows, listed, rowsAtFault, toRefused, type Planned } from './planned'
import type { CataloguePort } from './ports'
import { readMapped, testsFor, type MappedRow, type ReadyFile, type RowFault } from './read-files'

interface Placed {
  readonly file: number
  readonly at: number
  readonly row: CatalogueRow
}

interface CatalogueReadAll {
  readonly rows: Placed[]
  readonly faults: RowFault[]
  readonly notes: RowFault[]
  readonly leftOut: Record<string, number>
  read: number
  blank: number
}

const doNotUse = /\bdo not use\b/i

/** A file whose rows name codes, and no course. */
const isCodeFile = ({ mapping }: ReadyFile): boolean =>
  mapping['entryCode'] !== undefined && mapping['entryName'] !== undefined

/**
 * Works out what a catalogue of courses brings: JSON, CSV or a workbook, its dates and its courses in one file or in
 * several, with the lists of its codes beside them. Changes nothing.
 */
export async function planCatalogue(
  host: ParserHost,
  port: CataloguePort,
  db: ReadDb,
  files: readonly ReadyFile[],
  asked: { readonly where: readonly Where[]; readonly remember: boolean },
): Promise<Planned> {
  const courses = files.filter((file) => !isCodeFile(file))
  for (const file of courses) {
    if (file.mapping['title'] === undefined)
      throw new Refusal('import.column-missing', { label: 'the title of a course', file: file.name })
  }
  const all: CatalogueReadAll = { rows: [], faults: [], notes: [], leftOut: {}, read: 0, blank: 0 }
  const codes = await readCodes(host, files.filter(isCodeFile), all)
  const groups = port.groupsByName(db)
  for (const file of courses) await readCourses(host, file, asked.where, { codes, groups }, all)
  dropRepeated(all)
  for (const list of [all.faults, all.notes]) list.sort((a, b) => a.file - b.file || a.row - b.row)
  const outcomes = port.plan(
    db,
    all.rows.map(({ row }) => row),
  )
  const count = (status: CatalogueOutcome['status']) => outcomes.filter((one) => one.status === status).length
  return {
    files,
    rememberMapping: asked.remember,
    plan: {
      kind: 'catalogue',
      read: all.read,
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      refused: listed(all.faults).map(toRefused),
      refusedCount: rowsAtFault(all.faults),
      noted: listed(all.notes).map(toRefused),
      leftOut: all.leftOut,
      blank: all.blank,
      absent: { count: 0, names: [] },
      totals: null,
      schools: { column: null, values: [], rows: [] },
    },
    rows: (status, offset, limit) => pageOf(all, outcomes, status, offset, limit),
    apply: (write) =>
      port.apply(
        write,
        all.rows.map(({ row }) => row),
      ),
  }
}

const countIn = (leftOut: Record<string, number>, reason: string, count = 1): void => {
  leftOut[reason] = (leftOut[reason] ?? 0) + count
}

/** The lists of codes that were chosen with the catalogue; "do not use" is no name of anything. */
async function readCodes(host: ParserHost, files: readonly ReadyFile[], all: CatalogueReadAll): Promise<CodeLists> {
  const codes = new Map([...knownCodes].map(([name, list]) => [name, new Map(list)]))
  for (const file of files) {
    const onRow = ({ values }: MappedRow): void => {
      const [list, name, code] = [values['codeList'], values['entryName'], values['entryCode']]
      if (typeof name !== 'string' || typeof code !== 'string') return countIn(all.leftOut, 'code-list')
      if (doNotUse.test(name)) return countIn(all.leftOut, 'do-not-use')
      const key = String(list ?? file.name)
      codes.set(key, (codes.get(key) ?? new Map<string, string>()).set(code, name))
      countIn(all.leftOut, 'code-list')
    }
    const filter = { keep: [], leaveOut: [] }
    const summary = await readMapped(host, file, catalogueFields, catalogueLimits, filter, onRow, (fault) =>
      all.faults.push(fault),
    )
    all.read += summary.read
    all.blank += summary.blank
  }
  return codes
}

interface Known {
  readonly codes: CodeLists
  readonly groups: ReadonlyMap<string, string>
}

async function readCourses(
  host: ParserHost,
  file: ReadyFile,
  where: readonly Where[],
  known: Known,
  all: CatalogueReadAll,
): Promise<void> {
  const faultOf = (row: MappedRow, fault: CellFault): RowFault => ({
    file: row.file,
    row: row.row,
    column: file.shape.columns[file.mapping[fault.key] ?? -1]?.header ?? null,
    who: String(row.values['title'] ?? '').slice(0, 120),
    code: fault.code,
    ...(fault.facts && { facts: fault.facts }),
  })
  const onRow = (row: MappedRow): void => {
    const { title, template, code } = row.values
    if ([title, template, code].some((text) => typeof text === 'string' && doNotUse.test(text)))
      return countIn(all.leftOut, 'do-not-use')
    const read = readCatalogueRow(row.values, { ...known, fileName: file.name })
    if (read.kind === 'refused') return void all.faults.push(...read.faults.map((fault) => faultOf(row, fault)))
    all.notes.push(...read.notes.map((note) => faultOf(row, note)))
    all.rows.push({ file: row.file, at: row.row, row: read.row })
  }
  const filter = { keep: testsFor(file, where), leaveOut: [], whoOf: titleOf }
  const onFault = (fault: RowFault): void => void all.faults.push(fault)
  const summary = await readMapped(host, file, catalogueFields, catalogueLimits, filter, onRow, onFault)
  all.read += summary.read
  all.blank += summary.blank
  for (const [reason, count] of Object.entries(summary.leftOut)) countIn(all.leftOut, reason, count)
}

const titleOf = (values: MappedRow['values']): string | undefined =>
  typeof values['title'] === 'string' ? values['title'].slice(0, 120) : undefined

/** A row that stands twice is one row: alike it is only counted, different it is refused. */
function dropRepeated(all: CatalogueReadAll): void {
  const first = new Map<string, Placed>()
  const kept: Placed[] = []
  const { keyOf } = courseKeys(all.rows.map(({ row }) => row.course))
  for (const placed of all.rows) {
    const { row } = placed
    const course = keyOf(row.course)
    const key = row.date === null ? `course ${course}` : `date ${dateKey(row.date.sourceKey, course)}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, placed)
      kept.push(placed)
    } else if (isAlike(before.row, row)) countIn(all.leftOut, 'repeated')
    else {
      const facts = { first: before.at }
      all.faults.push({
        file: placed.file,
        row: placed.at,
        column: null,
        who: row.title,
        code: 'row.repeated',
        facts,
      })
    }
  }
  all.rows.splice(0, all.rows.length, ...kept)
}

function isAlike(a: CatalogueRow, b: CatalogueRow): boolean {
  const plain = (row: CatalogueRow): string => JSON.stringify({ ...row, sourceName: '' })
  return plain(a) === plain(b)
}

function pageOf(
  { rows, faults }: CatalogueReadAll,
  outcomes: readonly CatalogueOutcome[],
  status: PlanRow['status'] | undefined,
  offset: number,
  limit: number,
): { total: number; rows: PlanRow[] } {
  const wanted = rows.flatMap((placed, index) => {
    const outcome = outcomes[index]
    return outcome !== undefined && (status === undefined || status === outcome.status) ? [{ placed, outcome }] : []
  })
  const refused = status === undefined || status === 'refused' ? faultRows(faults) : []
  const page = wanted.slice(offset, offset + limit).map(({ placed, outcome }): PlanRow => {
    const { row } = placed
    return {
      key: `c${placed.file}:${placed.at}`,
      file: placed.file,
      row: placed.at,
      status: outcome.status,
      label: row.title,
      detail: detailOf(row),
      changes: [...outcome.changes],
      message: null,
    }
  })
  const rest = Math.max(0, offset - wanted.length)
  return {
    total: wanted.length + refused.length,
    rows: [...page, ...refused.slice(rest, rest + limit - page.length)],
  }
}

function detailOf({ date, providerName }: CatalogueRow): string {
  return [date && datesWords(date), date?.venue, providerName].filter(Boolean).join(' · ')
}
