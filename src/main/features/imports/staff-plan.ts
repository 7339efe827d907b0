import type { ImportPlan, PlanRow, Where } from '../../../shared/features/imports/contract'
import { normaliseHeader } from '../../../shared/features/imports/normalise'
import { staffFields } from '../../../shared/features/imports/staff-fields'
import type { ImportNote, StaffImportPlan, StaffRowOutcome } from '../../../shared/features/staff/import-model'
import type { Day } from '../../../shared/kernel/dates'
import { sentenceFor } from '../../../shared/kernel/sentences'
import type { ReadDb } from '../../db/handle'
import type { ParserHost } from '../../imports/parser-process'
import { faultRows, listed, rowsAtFault, toRefused, type Planned } from './planned'
import type { StaffPort } from './ports'
import type { ReadyFile, RowFault } from './read-files'
import { assertListsNoPupils, assertNamesPeople, readStaffFiles, type StaffRead, type StaffRow } from './staff-read'

const namesListed = 500

/** Works out what staff files would do to the register. */
export async function planStaff(
  host: ParserHost,
  staff: StaffPort,
  db: ReadDb,
  today: Day,
  files: readonly ReadyFile[],
  asked: { readonly where: readonly Where[]; readonly remember: boolean },
): Promise<Planned> {
  assertListsNoPupils(files)
  for (const file of files) assertNamesPeople(file)
  const read = await readStaffFiles(host, files, asked.where)
  const schools = [...new Set(read.rows.map((row) => row.school).filter((school) => school !== null))].sort()
  const chosen =
    read.schoolColumn !== null &&
    asked.where.some((where) => normaliseHeader(where.column) === normaliseHeader(read.schoolColumn ?? ''))
  const isAmbiguous = schools.length > 1 && !chosen
  const rows = isAmbiguous ? [] : read.rows
  const ambiguous: RowFault[] = isAmbiguous
    ? read.rows.map(({ file, row }) => ({
        file,
        row,
        column: read.schoolColumn,
        code: 'school.ambiguous',
        facts: { schools: schools.join(', ') },
      }))
    : []
  const people = rows.map((row) => row.person)
  const outcome = staff.plan(db, people, today)
  const refusals = outcome.outcomes.flatMap((one) =>
    one.refusal ? [faultOf(one.refusal, rows[one.row], files, one.name)] : [],
  )
  const faults = [...read.faults, ...ambiguous, ...refusals]
  const preview = [...previewRows(outcome, rows), ...faultRows([...read.faults, ...ambiguous])]
  return {
    files,
    rememberMapping: asked.remember,
    plan: planOf(read, outcome, rows, files, faults, schools, isAmbiguous),
    rows: (status, offset, limit) => {
      const wanted = status === undefined ? preview : preview.filter((row) => row.status === status)
      return { total: wanted.length, rows: wanted.slice(offset, offset + limit) }
    },
    apply: (write) => countsOf(staff.apply(write, people, today)),
  }
}

function countsOf(outcome: StaffImportPlan): { new: number; changed: number; same: number } {
  const count = (kind: StaffRowOutcome['outcome']): number =>
    outcome.outcomes.filter((one) => one.outcome === kind).length
  return { new: count('new'), changed: count('changed'), same: count('same') }
}

/** A school of the file as a person recognises it: by its size and its first names. */
function rowsOf(read: StaffRead, school: string): { count: number; names: string[] } {
  const rows = read.rows.filter((row) => row.school === school)
  const nameIn = ({ person }: StaffRow) =>
    [person.forename, person.surname].filter(Boolean).join(' ') || (person.userName ?? '')
  return { count: rows.length, names: rows.slice(0, 3).map(nameIn).filter(Boolean) }
}

function planOf(
  read: StaffRead,
  outcome: StaffImportPlan,
  rows: readonly StaffRow[],
  files: readonly ReadyFile[],
  faults: readonly RowFault[],
  schools: readonly string[],
  isAmbiguous: boolean,
): ImportPlan {
  const noted = outcome.outcomes.flatMap((one) =>
    one.notes.map((note) => faultOf(note, rows[one.row], files, one.name)),
  )
  return {
    kind: 'staff',
    read: read.read,
    ...countsOf(outcome),
    refused: listed(faults.toSorted(byRow)).map(toRefused),
    refusedCount: rowsAtFault(faults),
    noted: listed(noted).map(toRefused),
    leftOut: read.leftOut,
    blank: read.blank,
    absent: isAmbiguous
      ? { count: 0, names: [] }
      : { count: outcome.absent.length, names: outcome.absent.slice(0, namesListed).map((person) => person.name) },
    totals: null,
    schools: { column: read.schoolColumn, values: [...schools], rows: schools.map((one) => rowsOf(read, one)) },
  }
}

function byRow(a: RowFault, b: RowFault): number {
  return a.file - b.file || a.row - b.row
}

/** Field names of the register as keys of the import's fields, where they differ. */
const fieldKeys: Readonly<Record<string, string>> = { postFromOn: 'postFrom', postToOn: 'postTo' }

/** The header of the column that a field was read from; the field's own label where none was. */
function faultOf(
  note: ImportNote,
  source: StaffRow | undefined,
  files: readonly ReadyFile[],
  who: string,
): RowFault {
  const key = fieldKeys[note.field] ?? note.field
  const file = files.find((candidate) => candidate.index === source?.file)
  const index = file?.mapping[key]
  const header = index === undefined ? undefined : file?.shape.columns[index]?.header
  return {
    file: source?.file ?? 0,
    row: source?.row ?? 0,
    column: header ?? labelOf(note.field),
    ...(who !== '' && { who }),
    code: note.code,
    ...(note.facts && { facts: note.facts }),
  }
}

function labelOf(field: string): string {
  const key = fieldKeys[field] ?? field
  return staffFields.find((candidate) => candidate.key === key)?.label ?? field
}

function previewRows(outcome: StaffImportPlan, rows: readonly StaffRow[]): PlanRow[] {
  return outcome.outcomes.map((one) => {
    const source = rows[one.row]
    const messages = [...(one.refusal ? [one.refusal] : []), ...one.notes].map((note) => {
      const { happened, todo } = sentenceFor(note.code, note.facts)
      return `${labelOf(note.field)}: ${happened} ${todo}`
    })
    const posts =
      source?.person.posts?.map((post) => [post.title, post.team].filter(Boolean).join(', ')).filter(Boolean) ?? []
    return {
      key: `s${one.row}`,
      file: source?.file ?? 0,
      row: source?.row ?? 0,
      status: one.outcome,
      label: one.name,
      detail: posts.join('; '),
      changes:
        one.outcome === 'changed'
          ? one.changes.map((change) => ({ field: labelOf(change.field), from: change.before, to: change.after }))
          : [],
      message: messages.length === 0 ? null : messages.join(' '),
    }
  })
}
