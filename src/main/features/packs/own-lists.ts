import { sql as raw } from 'kysely'
import { foldText } from '../../../shared/kernel/fold-text'
import { Refusal } from '../../../shared/kernel/result'
import type { Regime } from '../../../shared/kernel/years'
import type { ProgramData } from '../../../shared/features/packs/data'
import {
  ownEntrySchemas,
  type EntryOrigin,
  type OwnCodeInput,
  type OwnEntries,
  type OwnKindInput,
  type OwnList,
  type OwnTypeInput,
  type SchoolLists,
} from '../../../shared/features/packs/own-lists'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { codeColumns } from '../../db/own-codes'
import { newId } from '../../db/ids'

/** What the lists are worked out from: the data with and without the school's layer, and how the school is funded. */
export interface ListsNeeds {
  readonly now: ProgramData
  readonly beneath: ProgramData
  readonly regime: Regime
}

/** The rows of the school's own entries, oldest first. */
export function ownEntryRows(db: ReadDb) {
  return db.all(sql.selectFrom('own_entry').selectAll().orderBy('id'))
}

/** The same as entries of their lists. */
export function ownEntriesOf(rows: ReturnType<typeof ownEntryRows>): OwnEntries {
  const of = <L extends OwnList>(list: L) =>
    rows.filter((row) => row.list === list).map((row): unknown => JSON.parse(row.entry_json))
  return {
    types: of('types').map((entry) => ownEntrySchemas.types.parse(entry)),
    kinds: of('kinds').map((entry) => ownEntrySchemas.kinds.parse(entry)),
    codes: of('codes').map((entry) => ownEntrySchemas.codes.parse(entry)),
  }
}

/** All lists as the school has them, each entry with where it comes from and how many records carry its code. */
export function schoolLists(db: ReadDb, { now, beneath, regime }: ListsNeeds): SchoolLists {
  const own = ownEntryRows(db)
  const about = (list: OwnList) => {
    const ours = new Set(own.filter((row) => row.list === list).map(({ code }) => code))
    const theirs = codesOf(beneath, list)
    const used = usedCounts(db, list)
    return (code: string): { origin: EntryOrigin; usedCount: number } => ({
      origin: !ours.has(code) ? 'pack' : theirs.has(code) ? 'reworded' : 'own',
      usedCount: used.get(code) ?? 0,
    })
  }
  const [type, kind, code] = [about('types'), about('kinds'), about('codes')]
  return {
    types: now.typology.types.map((entry) => ({ ...entry, ...type(entry.code) })),
    kinds: now.financeCodes.kinds.map((entry) => ({
      code: entry.code,
      name: entry.name,
      isCover: entry.isCover,
      financeCode: entry[regime],
      ...kind(entry.code),
    })),
    codes: now.financeCodes.codes
      .filter((entry) => entry.regime === regime)
      .map((entry) => ({ code: entry.code, name: entry.name, ...code(entry.code) })),
    provisions: [...now.typology.provisions],
    levels: [...now.typology.levels],
  }
}

const codesOf = ({ typology, financeCodes }: ProgramData, list: OwnList): ReadonlySet<string> =>
  new Set(
    { types: typology.types, kinds: financeCodes.kinds, codes: financeCodes.codes }[list].map(({ code }) => code),
  )

/** The finance codes that costs carry, and those that kinds of the school's own propose for what is still to come. */
const financeCodes = `select finance_code as code from cost_line
  union all select json_extract(entry_json, '$.maintained') from own_entry where list = 'kinds'
  union all select json_extract(entry_json, '$.academy') from own_entry where list = 'kinds'`

/** How many records carry each code of a list. */
function usedCounts(db: ReadDb, list: OwnList): ReadonlyMap<string, number> {
  const carried = codeColumns.flatMap(([of, table, column]) =>
    of === list ? [`select "${column}" as code from "${table}"`] : [],
  )
  const rows = db.all(
    sql
      .selectFrom(
        raw<{
          code: string | null
        }>`(${raw.raw(list === 'codes' ? financeCodes : carried.join(' union all '))})`.as('c'),
      )
      .select((eb) => ['c.code', eb.fn.countAll<number>().as('count')])
      .groupBy('c.code'),
  )
  return new Map(rows.flatMap(({ code, count }) => (code === null ? [] : [[code, count] as const])))
}

/** Keeps a kind of activity of the school's own, or other words for one. Throws Refusal `record.missing`, `list.name-taken`. */
export function saveType(db: WriteDb, needs: ListsNeeds, { code, ...given }: OwnTypeInput): string {
  const { types, levels } = needs.now.typology
  if (!levels.some((level) => level.code === given.level)) throw new Refusal('record.missing')
  const made = codeFor(types, { code, name: given.name, most: 20 })
  keepEntry(db, 'types', { code: made, ...given })
  return made
}

/**
 * Keeps a kind of cost of the school's own, or another name and code for one. Whether a kind pays for cover is settled
 * once a pack says so or a record carries it: reports of every year rest on it. Throws Refusals as {@link saveType}.
 */
export function saveKind(
  db: WriteDb,
  needs: ListsNeeds,
  { code, financeCode, name, isCover }: OwnKindInput,
): string {
  const { kinds, codes } = needs.now.financeCodes
  if (financeCode !== null && !codes.some((one) => one.code === financeCode && one.regime === needs.regime))
    throw new Refusal('record.missing')
  const made = codeFor(kinds, { code, name, most: 40 })
  const before = ownEntriesOf(ownEntryRows(db)).kinds.find((kind) => kind.code === made)
  const isSettled = codesOf(needs.beneath, 'kinds').has(made) || (usedCounts(db, 'kinds').get(made) ?? 0) > 0
  const ours = { ...before, code: made, name, [needs.regime]: financeCode }
  keepEntry(db, 'kinds', isSettled ? ours : { ...ours, isCover })
  return made
}

/**
 * Keeps a finance code of the school's own, or another name for one, as the school is funded today. One of its own from
 * when it was funded otherwise is taken along. Throws Refusals `list.name-taken` where a new one is there already, and
 * `list.other-funding` where a pack has it for schools that are funded otherwise.
 */
export function saveCode(db: WriteDb, { regime, beneath, now }: ListsNeeds, given: OwnCodeInput): string {
  const { isNew, ...entry } = given
  const of = (data: ProgramData) => data.financeCodes.codes.find(({ code }) => code === entry.code)
  const theirs = of(beneath)
  if (theirs !== undefined && theirs.regime !== regime)
    throw new Refusal('list.other-funding', { code: entry.code, name: theirs.name })
  if (isNew && of(now)?.regime === regime)
    throw new Refusal('list.name-taken', { name: entry.code }, [{ path: 'code', code: 'list.name-taken' }])
  keepEntry(db, 'codes', { ...entry, regime })
  return entry.code
}

/**
 * Takes an entry of the school's own out, or its words back to those of the pack. Throws Refusals `record.missing` and
 * `list.in-use` where records carry the code of an entry that no pack brings.
 */
export function dropEntry(db: WriteDb, { beneath }: ListsNeeds, list: OwnList, code: string): void {
  const count = codesOf(beneath, list).has(code) ? 0 : (usedCounts(db, list).get(code) ?? 0)
  if (count > 0) throw new Refusal('list.in-use', { count })
  const dropped = db.run(sql.deleteFrom('own_entry').where('list', '=', list).where('code', '=', code))
  if (dropped === 0) throw new Refusal('record.missing')
}

interface Known {
  readonly code: string
  readonly name: string
}

/** The code of an entry that is there, or one made of the words of a new one. Two of a list never have the same name. */
function codeFor(
  list: readonly Known[],
  { code, name, most }: { readonly code: string | null; readonly name: string; readonly most: number },
): string {
  const twin = list.find((one) => foldText(one.name) === foldText(name))
  if (twin && twin.code !== code) throw new Refusal('list.name-taken', { name: twin.name }, nameField)
  if (code !== null) {
    if (!list.some((one) => one.code === code)) throw new Refusal('record.missing')
    return code
  }
  const words = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  for (let number = 1; ; number += 1) {
    const made = `own-${words.slice(0, most - 8)}${number === 1 ? '' : `-${number}`}`
    if (!list.some((one) => one.code === made)) return made
  }
}

const nameField = [{ path: 'name', code: 'list.name-taken' }] as const

function keepEntry<E extends Known>(db: WriteDb, list: OwnList, entry: E): void {
  const row = { entry_json: JSON.stringify(ownEntrySchemas[list].parse(entry)) }
  const changed = db.run(
    sql.updateTable('own_entry').set(row).where('list', '=', list).where('code', '=', entry.code),
  )
  if (changed === 0) db.run(sql.insertInto('own_entry').values({ id: newId(), list, code: entry.code, ...row }))
}
