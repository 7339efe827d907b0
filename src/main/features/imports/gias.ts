import type { GiasSchool, PlanRow } from '../../../shared/features/imports/contract'
import { giasFields, regimeOfType } from '../../../shared/features/imports/gias-fields'
import type { Profile, ProfileInput } from '../../../shared/features/school/model'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { ReadDb } from '../../db/handle'
import { registerLimits, type CellTest, type RowsSummary } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { faultRows, toRefused, type Planned } from './planned'
import type { SchoolPort } from './ports'
import { readMapped, type ReadyFile, type RowFault } from './read-files'

const mostFound = 50

/** Schools of a register whose URN is `urn`, or whose name holds `name`. Streamed: nothing else leaves the parsing process. */
export async function findSchools(
  host: ParserHost,
  file: ReadyFile,
  asked: { readonly urn?: string | undefined; readonly name?: string | undefined },
): Promise<{
  readonly schools: GiasSchool[]
  readonly more: boolean
  readonly summary: RowsSummary
  readonly faults: RowFault[]
}> {
  const test = testFor(file, asked)
  const found: GiasSchool[] = []
  const faults: RowFault[] = []
  let more = false
  const summary = await readMapped(
    host,
    file,
    giasFields,
    registerLimits,
    { keep: [test], leaveOut: [] },
    ({ values }) => {
      if (found.length >= mostFound) more = true
      else found.push(toSchool(values))
    },
    (fault) => faults.push(fault),
  )
  return { schools: found, more, summary, faults }
}

function testFor(
  file: ReadyFile,
  asked: { readonly urn?: string | undefined; readonly name?: string | undefined },
): CellTest {
  const [urn, name] = [file.mapping['urn'], file.mapping['name']]
  if (urn === undefined || name === undefined)
    throw new Refusal('import.another-file', {
      label: urn === undefined ? 'URN' : 'EstablishmentName',
      file: file.name,
      wanted: 'the register of schools, as Get information about schools gives it',
    })
  if (asked.urn !== undefined) return { column: urn, values: [asked.urn], match: 'equals', reason: 'where' }
  if (asked.name !== undefined) return { column: name, values: [asked.name], match: 'contains', reason: 'where' }
  throw new Refusal('input.required', {}, [{ path: 'urn', code: 'input.required' }])
}

function toSchool(values: Readonly<Record<string, string | number | null>>): GiasSchool {
  const text = (key: string): string | null => {
    const value = values[key]
    return value === null || value === undefined || value === 'Not applicable' ? null : String(value)
  }
  const pupils = values['pupilsOnRoll']
  return {
    urn: text('urn') ?? '',
    name: text('name') ?? '',
    authorityName: text('authorityName'),
    phase: text('phase'),
    regime: regimeOfType(text('typeName') ?? '', text('typeGroup') ?? ''),
    typeName: text('typeName'),
    status: text('status'),
    pupilsOnRoll: typeof pupils === 'number' ? pupils : null,
    town: text('town'),
  }
}

const profileFields = ['name', 'urn', 'authorityName', 'phase', 'regime', 'pupilsOnRoll'] as const
const labels: Readonly<Record<(typeof profileFields)[number], string>> = {
  name: 'Name',
  urn: 'URN',
  authorityName: 'Local authority',
  phase: 'Phase',
  regime: 'Maintained or academy',
  pupilsOnRoll: 'Pupils on roll',
}

/** What a register would do to the profile, and the profile as it would be saved. */
interface ProfileOutcome {
  readonly status: 'new' | 'changed' | 'same'
  readonly found: GiasSchool
  readonly input: ProfileInput
  readonly changes: PlanRow['changes']
}

/**
 * Works out what a register would do to the school's profile. Blanks clear nothing. Where it only fills what is blank,
 * the profile in force is completed; where it differs, a profile from today is added, so that the past stays as it was
 * (model, section 1).
 */
export async function planGias(
  host: ParserHost,
  school: SchoolPort,
  db: ReadDb,
  today: Day,
  file: ReadyFile,
  urn: string | undefined,
): Promise<Planned> {
  const current = school.profileOn(db, today)
  const wanted = urn ?? current?.urn ?? undefined
  const { schools, summary, faults } = await findSchools(host, file, { urn: wanted })
  const outcome = outcomeOf(current, schools[0], today)
  const missing: RowFault = {
    file: file.index,
    row: 0,
    column: null,
    code: 'gias.not-found',
    facts: { urn: wanted ?? '' },
  }
  const refused = outcome === undefined ? [...faults, missing] : faults
  const preview = outcome === undefined ? faultRows(refused) : [previewRow(outcome, file)]
  const count = (kind: PlanRow['status']): number => (outcome?.status === kind ? 1 : 0)
  const counts = { new: count('new'), changed: count('changed'), same: count('same') }
  return {
    files: [file],
    rememberMapping: false,
    plan: {
      kind: 'gias',
      read: summary.read,
      ...counts,
      refused: refused.map(toRefused),
      refusedCount: refused.length,
      noted: [],
      leftOut: { ...summary.leftOut },
      blank: summary.blank,
      absent: { count: 0, names: [] },
      totals: null,
      schools: { column: null, values: [], rows: [] },
    },
    rows: (asked, offset, limit) => {
      const rows = preview.filter((one) => asked === undefined || one.status === asked)
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    apply: (write) => {
      if (outcome !== undefined && outcome.status !== 'same') school.saveProfile(write, outcome.input)
      return counts
    },
  }
}

function outcomeOf(
  current: Profile | undefined,
  found: GiasSchool | undefined,
  today: Day,
): ProfileOutcome | undefined {
  if (found === undefined) return undefined
  const input = profileAfter(current, found, today)
  const changes = profileFields
    .filter((field) => input[field] !== (current?.[field] ?? null))
    .map((field) => ({ field: labels[field], from: textOf(current?.[field]), to: textOf(input[field]) }))
  return { found, input, changes, status: current === undefined ? 'new' : changes.length > 0 ? 'changed' : 'same' }
}

function previewRow({ status, found, changes }: ProfileOutcome, file: ReadyFile): PlanRow {
  const detail = [found.authorityName, found.phase, found.typeName].filter(Boolean).join(' · ')
  return { key: 'g0', file: file.index, row: 0, status, label: found.name, detail, changes, message: null }
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

function profileAfter(current: Profile | undefined, found: GiasSchool, today: Day): ProfileInput {
  const merged = {
    name: found.name,
    urn: found.urn,
    authorityName: found.authorityName ?? current?.authorityName ?? null,
    phase: found.phase ?? current?.phase ?? null,
    // Without a type of establishment the register says nothing about the regime.
    regime: found.typeName === null ? (current?.regime ?? found.regime) : found.regime,
    pupilsOnRoll: found.pupilsOnRoll ?? current?.pupilsOnRoll ?? null,
  }
  const differs =
    current !== undefined &&
    profileFields.some((field) => current[field] !== null && current[field] !== merged[field])
  return { ...merged, validFrom: current === undefined || differs ? today : current.validFrom }
}
