import { formatDay, type Day } from '../../kernel/dates'
import type {
  ImportedChange,
  ImportedPerson,
  ImportNote,
  StaffImportPlan,
  StaffPersonFacts,
  StaffRowOutcome,
  StaffSnapshot,
} from './import-model'
import { workPosts } from './import-posts'
import { StaffRoll, type MatchedBy } from './import-roll'
import { fullName, nameKey } from './names'
import { lastDayAtSchool } from './rules'

interface RowWorked {
  readonly person: StaffPersonFacts
  readonly isNew: boolean
  readonly matchedBy: MatchedBy | null
  readonly changes: ImportedChange[]
  readonly notes: ImportNote[]
}

/**
 * Works out what a staff file does, without doing it (model, section 6): each row is new, changed, the same or
 * refused. A blank or missing field clears nothing; people whom no row is about are listed as absent and left alone; a
 * leaver is kept. Pure: the preview shows this plan and the commit writes one made the same way in its transaction.
 */
export function planImportedStaff(
  existing: StaffSnapshot,
  rows: readonly ImportedPerson[],
  today: Day,
  newId: () => string,
): StaffImportPlan {
  const roll = new StaffRoll(existing, today, newId)
  const before = new Map(existing.people.map((person) => [person.id, person]))
  const namesInFile = new Map<string, string>()
  const outcomes = rows.map((row) => workRow(roll, row, namesInFile))
  setManagers(roll, rows, outcomes)
  noteEnded(roll, outcomes, today)
  const seen = new Set(outcomes.map((outcome) => outcome.personId))
  const people = [...roll.people.values()]
  const holdings = people.flatMap((person) => roll.holdingsOf(person.id))
  const isStaff = (person: StaffPersonFacts) =>
    (lastDayAtSchool(person, roll.holdingsOf(person.id)) ?? today) >= today
  const teamsHeld = new Set(holdings.map((h) => h.teamId))
  const postsHeld = new Set(holdings.map((h) => h.postId))
  return {
    outcomes: outcomes.map(settle),
    absent: existing.people
      .filter((p) => !seen.has(p.id) && !p.isArchived && isStaff(p))
      .map((p) => ({ personId: p.id, name: fullName(p) })),
    // A refused row may have named a team or a post that nobody else holds: those are not made.
    newTeams: roll.newTeams.filter((team) => teamsHeld.has(team.id)),
    newPosts: roll.newPosts.filter((post) => postsHeld.has(post.id)),
    newPeople: people.filter((p) => !before.has(p.id)),
    changedPeople: people.filter((p) => before.has(p.id) && before.get(p.id) !== p),
    newHoldings: holdings.filter((h) => h.origin === 'new'),
    changedHoldings: holdings.filter((h) => h.origin === 'changed'),
  }
}

interface OpenOutcome extends Omit<StaffRowOutcome, 'changes' | 'notes'> {
  readonly changes: ImportedChange[]
  readonly notes: ImportNote[]
}

/** A row that was found but changed nothing is the same. */
function settle(outcome: OpenOutcome): StaffRowOutcome {
  return outcome.outcome === 'changed' && outcome.changes.length === 0 ? { ...outcome, outcome: 'same' } : outcome
}

function workRow(roll: StaffRoll, row: ImportedPerson, namesInFile: Map<string, string>): OpenOutcome {
  const refused = (field: string, code: ImportNote['code']): OpenOutcome => ({
    row: row.row,
    outcome: 'refused',
    personId: null,
    matchedBy: null,
    name: nameOfRow(row),
    changes: [],
    notes: [],
    refusal: { field, code },
  })
  const unfit = checkRow(row)
  if (unfit) return refused(unfit.field, unfit.code)
  const found = roll.find(row)
  if (found.kind === 'several') return refused('surname', 'staff.ambiguous')
  const there = found.kind === 'one' ? roll.people.get(found.id) : undefined
  // One person under two names in one file: which of them is right, nobody here can tell.
  const named = nameKey(row.forename ?? '', row.surname ?? '')
  const earlier = there && namesInFile.get(there.id)
  if (found.kind === 'one' && found.by !== 'name' && named !== '' && (earlier ?? named) !== named)
    return refused(found.by, 'staff.code-twice')
  const worked = workPerson(roll, row, there, found.kind === 'one' ? found.by : null)
  const { startedOn, leftOn } = worked.person
  if (startedOn !== null && leftOn !== null && leftOn < startedOn) return refused('leftOn', 'day.order')
  const posts = workPosts(roll, worked.person, row.posts ?? [])
  if (posts.refusal) return refused(posts.refusal.field, posts.refusal.code)
  if (worked.isNew || worked.changes.length > 0) roll.put(worked.person)
  roll.putHoldings(worked.person.id, posts.holdings)
  if (named !== '' && earlier === undefined) namesInFile.set(worked.person.id, named)
  return {
    row: row.row,
    outcome: worked.isNew ? 'new' : 'changed',
    personId: worked.person.id,
    matchedBy: worked.matchedBy,
    name: fullName(worked.person),
    changes: [...worked.changes, ...posts.changes],
    notes: [...worked.notes, ...posts.notes],
    refusal: null,
  }
}

const longest: Readonly<Partial<Record<keyof ImportedPerson, number>>> = {
  staffCode: 40,
  userName: 200,
  title: 40,
  forename: 120,
  surname: 120,
  knownAs: 120,
  workEmail: 254,
}

function checkRow(row: ImportedPerson): ImportNote | undefined {
  for (const [field, limit] of Object.entries(longest)) {
    const value = row[field as keyof ImportedPerson]
    if (typeof value === 'string' && value.length > limit) return tooLong(field, limit)
  }
  for (const post of row.posts ?? []) {
    if ((post.title?.length ?? 0) > 160) return tooLong('post', 160)
    if ((post.team?.length ?? 0) > 120) return tooLong('team', 120)
    if (post.fteThousandths !== undefined && (post.fteThousandths < 0 || post.fteThousandths > 2000)) {
      return { field: 'fte', code: 'fte.invalid' }
    }
    if (post.weeklyMinutes !== undefined && (post.weeklyMinutes < 0 || post.weeklyMinutes > 6000)) {
      return { field: 'weeklyMinutes', code: 'number.invalid' }
    }
  }
  if (nameOfRow(row) === '') return { field: 'surname', code: 'staff.nameless' }
  return undefined
}

function tooLong(field: string, limit: number): ImportNote {
  return { field, code: 'input.too-long', facts: { limit } }
}

/** Forename and surname, else user name, email or staff code; empty when the row has none of them. */
function nameOfRow(row: ImportedPerson): string {
  const name = `${row.forename ?? ''} ${row.surname ?? ''}`.trim()
  return name === '' ? (row.userName ?? row.workEmail ?? row.staffCode ?? '').trim() : name
}

const textFields = ['staffCode', 'userName', 'title', 'knownAs', 'workEmail', 'startedOn', 'leftOn'] as const

function workPerson(
  roll: StaffRoll,
  row: ImportedPerson,
  there: StaffPersonFacts | undefined,
  matchedBy: MatchedBy | null,
): RowWorked {
  const base: StaffPersonFacts = there ?? {
    id: roll.newId(),
    staffCode: null,
    userName: null,
    title: null,
    forename: '',
    surname: '',
    knownAs: null,
    workEmail: null,
    startedOn: null,
    leftOn: null,
    lineManagerId: null,
    isNameMissing: true,
    isArchived: false,
  }
  const given = Object.fromEntries(
    textFields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]),
  )
  const person: StaffPersonFacts = { ...base, ...given, ...nameAfter(base, row, matchedBy), isArchived: false }
  const changes = [...textFields, 'forename' as const, 'surname' as const]
    .filter((field) => person[field] !== base[field])
    .map((field) => ({ field, before: base[field] === '' ? null : base[field], after: person[field] }))
  const restored = base.isArchived ? [{ field: 'isArchived', before: 'true', after: 'false' }] : []
  return {
    person,
    isNew: there === undefined,
    matchedBy,
    changes: [...changes, ...restored],
    notes: notesOnName(person),
  }
}

function notesOnName(person: StaffPersonFacts): ImportNote[] {
  if (person.isNameMissing) return [{ field: 'surname', code: 'name.missing' }]
  return person.surname === '' ? [{ field: 'surname', code: 'name.half' }] : []
}

/**
 * A row with a name names the person; one that found them by the name they go by does not, nor one without a name, which
 * gives a new person that of their account.
 */
function nameAfter(
  base: StaffPersonFacts,
  row: ImportedPerson,
  matchedBy: MatchedBy | null,
): Pick<StaffPersonFacts, 'forename' | 'surname' | 'isNameMissing'> {
  const hasName = `${row.forename ?? ''}${row.surname ?? ''}`.trim() !== ''
  if (!hasName) {
    if (!base.isNameMissing) return { forename: base.forename, surname: base.surname, isNameMissing: false }
    const known = base.surname === '' ? nameOfRow(row) : base.surname
    return { forename: '', surname: row.userName?.trim() ?? known, isNameMissing: true }
  }
  const isKnownAs = nameKey(row.forename ?? '', row.surname ?? '') !== nameKey(base.forename, base.surname)
  if (matchedBy === 'name' && isKnownAs)
    return { forename: base.forename, surname: base.surname, isNameMissing: base.isNameMissing }
  const forename = row.forename?.trim() ?? (base.isNameMissing ? '' : base.forename)
  const surname = row.surname?.trim() ?? (base.isNameMissing ? '' : base.surname)
  return { forename, surname, isNameMissing: false }
}

/** Line managers come last, when everyone in the file is known. Someone not found, or a loop, is a note. */
function setManagers(roll: StaffRoll, rows: readonly ImportedPerson[], outcomes: readonly OpenOutcome[]): void {
  rows.forEach((row, index) => {
    const outcome = outcomes[index]
    const person = roll.people.get(outcome?.personId ?? '')
    if (!outcome || !person || row.lineManager === undefined) return
    const managerId = roll.findNamed(row.lineManager)
    if (managerId === undefined) {
      outcome.notes.push({ field: 'lineManager', code: 'staff.manager-unknown' })
    } else if (isLoop(roll, person.id, managerId)) {
      outcome.notes.push({ field: 'lineManager', code: 'staff.manager-loop' })
    } else if (person.lineManagerId !== managerId) {
      const nameOf = (id: string | null): string | null => {
        const found = id === null ? undefined : roll.people.get(id)
        return found ? fullName(found) : null
      }
      outcome.changes.push({ field: 'lineManager', before: nameOf(person.lineManagerId), after: nameOf(managerId) })
      roll.put({ ...person, lineManagerId: managerId })
    }
  })
}

/** Somebody whose posts have all ended is kept as a leaver; said once, when all rows about them are known. */
function noteEnded(roll: StaffRoll, outcomes: readonly OpenOutcome[], today: Day): void {
  const last = new Map(outcomes.map((outcome) => [outcome.personId, outcome]))
  for (const [personId, outcome] of last) {
    const person = roll.people.get(personId ?? '')
    if (!person || person.leftOn !== null) continue
    const endedOn = lastDayAtSchool(person, roll.holdingsOf(person.id))
    if (endedOn === null || endedOn >= today) continue
    outcome.notes.push({ field: 'post', code: 'staff.posts-ended', facts: { on: formatDay(endedOn) } })
  }
}

/** Further up than any school's lines of management go: what is not at its top by then is taken for a loop. */
const MOST_ABOVE = 200

function isLoop(roll: StaffRoll, personId: string, managerId: string): boolean {
  let at: string | null = managerId
  for (let step = 0; step < MOST_ABOVE && at !== null; step += 1) {
    if (at === personId) return true
    at = roll.people.get(at)?.lineManagerId ?? null
  }
  return at !== null
}
