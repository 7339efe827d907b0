import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { zEntitlementRule } from '../../../shared/features/packs/content'
import { zCounts, zWho, type Rule } from '../../../shared/features/entitlements/model'
import type { PackRule } from '../../../shared/features/entitlements/of-pack'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { EntitlementRuleRow } from '../../db/schema'

/** What a pack said when its rule was adopted; undefined for the school's own rules. */
export function packRuleOf(row: Pick<EntitlementRuleRow, 'pack_rule_json'>): PackRule | undefined {
  return row.pack_rule_json === null ? undefined : zEntitlementRule.parse(JSON.parse(row.pack_rule_json))
}

/** A rule as it is kept, as everybody else knows it. */
export function rowToRule(row: EntitlementRuleRow): Rule {
  return {
    id: row.id,
    firstId: row.first_id,
    title: row.title,
    who: zWho.parse(JSON.parse(row.who_json)),
    what: row.what,
    amount: row.amount,
    per: row.per,
    isProRata: row.is_pro_rata === 1,
    withinWeeks: row.within_weeks,
    counts: row.counts_json === null ? null : zCounts.parse(JSON.parse(row.counts_json)),
    why: row.why,
    note: row.note,
    documentId: row.document_id,
    sources: packRuleOf(row)?.sources ?? [],
    packId: row.pack_id,
    packVersion: row.pack_version,
    fromYear: row.from_year,
    untilYear: row.until_year,
  }
}

const inOrder = sql.selectFrom('entitlement_rule').selectAll().orderBy('position').orderBy('id')

/** The rules that hold in an academic year, in the school's order. */
export function rulesInForce(db: ReadDb, startYear: number): Rule[] {
  return db
    .all(
      inOrder
        .where('from_year', '<=', startYear)
        .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>=', startYear)])),
    )
    .map(rowToRule)
}

/** Every version of every rule, in the school's order. */
export function ruleRows(db: ReadDb): EntitlementRuleRow[] {
  return db.all(inOrder)
}

/** One rule. Throws Refusal `record.missing`. */
export function ruleRow(db: ReadDb, id: string): EntitlementRuleRow {
  const row = db.first(sql.selectFrom('entitlement_rule').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The versions of a rule, oldest first. */
export function versionsOf(db: ReadDb, firstId: string): EntitlementRuleRow[] {
  return db.all(sql.selectFrom('entitlement_rule').selectAll().where('first_id', '=', firstId).orderBy('from_year'))
}

type RuleColumns = Omit<EntitlementRuleRow, 'id' | 'first_id' | 'position'>

/** Adds a rule, or with `first` a later version of one, which keeps its place. */
export function insertRule(
  db: WriteDb,
  columns: RuleColumns,
  first?: Pick<EntitlementRuleRow, 'first_id' | 'position'>,
): string {
  const id = newId()
  const position = first?.position ?? nextPosition(db)
  db.runOne(
    sql.insertInto('entitlement_rule').values({ id, first_id: first?.first_id ?? id, position, ...columns }),
  )
  return id
}

function nextPosition(db: ReadDb): number {
  const row = db.first(sql.selectFrom('entitlement_rule').select((eb) => eb.fn.max('position').as('last')))
  return (row?.last ?? 0) + 10
}

export function updateRule(db: WriteDb, id: string, columns: Partial<RuleColumns>): void {
  db.runOne(sql.updateTable('entitlement_rule').set(columns).where('id', '=', id))
}

export function deleteRule(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('entitlement_rule').where('id', '=', id))
}

/** How many ticks each rule has, by the id of its first version. */
export function tickCounts(db: ReadDb): Map<string, number> {
  const rows = db.all(
    sql
      .selectFrom('entitlement_tick')
      .select((eb) => ['rule_id', eb.fn.countAll<number>().as('n')])
      .groupBy('rule_id'),
  )
  return new Map(rows.map(({ rule_id: id, n }) => [id, n]))
}

export interface KeptTick {
  readonly id: string
  readonly personId: string
  readonly doneOn: Day
  readonly note: string | null
}

/** The ticks of a rule, oldest first. */
export function ticksOf(db: ReadDb, firstId: string): KeptTick[] {
  return db.all(
    sql
      .selectFrom('entitlement_tick')
      .select(['id', 'person_id as personId', 'done_on as doneOn', 'note'])
      .where('rule_id', '=', firstId)
      .orderBy('done_on')
      .orderBy('id'),
  )
}

export function insertTick(
  db: WriteDb,
  tick: { firstId: string; personId: string; doneOn: Day; note: string | null },
): void {
  const { firstId, personId, doneOn, note } = tick
  db.runOne(
    sql
      .insertInto('entitlement_tick')
      .values({ id: newId(), rule_id: firstId, person_id: personId, done_on: doneOn, note }),
  )
}

export function deleteTick(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('entitlement_tick').where('id', '=', id))
}
