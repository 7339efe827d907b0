import type { RequestOfFile, RequestOutcome } from '../../../shared/features/requests/import-model'
import { zRequestInput, type RequestInput } from '../../../shared/features/requests/model'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { academicYearOf } from '../../../shared/kernel/years'
import { foldText } from '../../../shared/kernel/fold-text'
import { isErrorCode } from '../../../shared/kernel/error-codes'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { personListName, personName } from '../../db/person-names'
import { saveRequest, type SaveNeeds } from './service'

interface Known {
  readonly people: ReadonlyMap<string, readonly string[]>
  readonly funds: ReadonlyMap<string, string>
  readonly priorities: ReadonlyMap<string, string>
  readonly asked: ReadonlyMap<string, readonly Asked[]>
}

/** A request that is there, or one of a row before. */
interface Asked {
  readonly receivedOn: Day
  /** When it was declined or taken back. */
  readonly endedOn: Day | null
}

/** Everything that rows name, by names in small letters without accents. */
function knownIn(db: ReadDb): Known {
  const people = new Map<string, string[]>()
  for (const row of db.all(sql.selectFrom('person').selectAll().where('is_archived', '=', 0)))
    for (const name of new Set([personName(row), personListName(row), row.staff_code, row.work_email]))
      if (name !== null) people.set(foldText(name), [...(people.get(foldText(name)) ?? []), row.id])
  const titled = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [foldText(name), id]))
  const requests = db.all(
    sql.selectFrom('request').select(['person_id', 'title', 'wanted_on', 'received_on', 'state', 'decided_on']),
  )
  return {
    people,
    funds: titled(db.all(sql.selectFrom('fund').select(['id', 'name']).where('is_archived', '=', 0))),
    priorities: titled(
      db.all(sql.selectFrom('priority').select(['id', 'title as name']).where('is_archived', '=', 0).orderBy('id')),
    ),
    asked: new Map(
      [...groupBy(requests, (row) => keyOf(row.person_id, row.title, row.wanted_on))].map(([key, rows]) => [
        key,
        rows.map(({ received_on: receivedOn, state, decided_on }) => ({
          receivedOn,
          endedOn: state === 'declined' || state === 'withdrawn' ? decided_on : null,
        })),
      ]),
    ),
  }
}

const keyOf = (personId: string, title: string, wantedOn: string | null) =>
  `${personId} ${foldText(title)} ${wantedOn ?? ''}`

/**
 * Whether a row asks for what was asked for before. One without a day is of its academic year; one that says that it was
 * asked after the other had been declined or taken back asks anew.
 */
function isSame(before: Asked, row: RequestOfFile, input: RequestInput): boolean {
  const isLater = row.receivedOn !== null && before.endedOn !== null && row.receivedOn > before.endedOn
  const isOfYear = academicYearOf(before.receivedOn) === academicYearOf(input.receivedOn)
  return !isLater && (input.wantedOn !== null || isOfYear)
}

type Judged = RequestOutcome & { readonly input?: RequestInput }

/** What would become of each row; a request that is there, by person, title and day (or year), is the same. */
export function planRequests(db: ReadDb, rows: readonly RequestOfFile[], needs: SaveNeeds): Judged[] {
  const known = knownIn(db)
  const seen = new Map(known.asked)
  return rows.map((row) => {
    const judged = judge(row, known, needs)
    if (judged.input === undefined) return judged
    const { input } = judged
    const key = keyOf(input.personId, input.title, input.wantedOn)
    const before = seen.get(key) ?? []
    if (before.some((one) => isSame(one, row, input))) return { status: 'same' }
    seen.set(key, [...before, { receivedOn: input.receivedOn, endedOn: null }])
    return judged
  })
}

function judge(row: RequestOfFile, known: Known, { today }: SaveNeeds): Judged {
  const named = known.people.get(foldText(row.who)) ?? []
  const [personId] = named
  if (personId === undefined || named.length > 1)
    return {
      status: 'refused',
      field: 'who',
      code: 'request.row-nobody',
      facts: { name: row.who, count: named.length },
    }
  const fundId = row.fund === null ? null : known.funds.get(foldText(row.fund))
  if (fundId === undefined)
    return { status: 'refused', field: 'fund', code: 'request.row-fund', facts: { name: row.fund ?? '' } }
  const priorityId = row.priority === null ? null : known.priorities.get(foldText(row.priority))
  if (priorityId === undefined)
    return {
      status: 'refused',
      field: 'priority',
      code: 'request.row-priority',
      facts: { name: row.priority ?? '' },
    }
  const { who: _who, fund: _fund, priority: _priority, coverDays, costs, ...words } = row
  const parsed = zRequestInput.safeParse({
    ...words,
    personId,
    priorityId,
    receivedOn: row.receivedOn ?? today,
    coverQuarterDays: coverDays * 4,
    costs: costs.map((cost) => ({ ...cost, fundId })),
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const found = issue !== undefined && isErrorCode(issue.message) ? issue.message : 'input.invalid'
    const code = found === 'input.required' ? 'cell.required' : found
    const field = String(issue?.path[0] ?? 'title')
    return { status: 'refused', field: field === 'coverQuarterDays' ? 'coverDays' : field, code }
  }
  const { data } = parsed
  if (data.receivedOn > today) return { status: 'refused', field: 'receivedOn', code: 'request.ahead' }
  if (data.measureOn !== null && data.wantedOn !== null && data.measureOn < data.wantedOn)
    return { status: 'refused', field: 'measureOn', code: 'day.order' }
  return { status: 'new', input: data }
}

/** Takes in what is new, judged anew, as the form does: each with the steps of the school. */
export function applyRequests(
  db: WriteDb,
  rows: readonly RequestOfFile[],
  needs: SaveNeeds,
): { new: number; changed: number; same: number } {
  const judged = planRequests(db, rows, needs)
  const fresh = judged.flatMap(({ input }) => (input === undefined ? [] : [input]))
  for (const input of fresh) saveRequest(db, input, needs)
  return { new: fresh.length, changed: 0, same: judged.filter(({ status }) => status === 'same').length }
}
