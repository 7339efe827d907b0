import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { Rule, RuleInput } from '../../../shared/features/entitlements/model'
import { factsOfPackRule, type PackRule } from '../../../shared/features/entitlements/of-pack'
import { columnsOfFacts } from '../../db/entitlement-columns'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { EntitlementRuleRow } from '../../db/schema'
import {
  deleteRule,
  deleteTick,
  insertRule,
  insertTick,
  rowToRule,
  ruleRow,
  ruleRows,
  tickCounts,
  ticksOf,
  updateRule,
  versionsOf,
} from './repository'

const ownOrigin = { pack_id: null, pack_rule_id: null, pack_version: null, pack_rule_json: null }

/**
 * Adds or changes a rule. A change from a later year than the rule's own makes a version of it: until then it stays as
 * it was. Throws Refusals `entitlement.years-overlap` and `record.missing`.
 */
export function saveRule(db: WriteDb, input: RuleInput): string {
  const { id, fromYear, documentId, ...facts } = input
  expectDocument(db, documentId)
  const columns = { ...columnsOfFacts(facts), document_id: documentId }
  if (id === null) return insertRule(db, { ...columns, ...ownOrigin, from_year: fromYear, until_year: null })
  const row = ruleRow(db, id)
  expectYearIsFree(db, row, fromYear)
  if (fromYear <= row.from_year) {
    updateRule(db, id, { ...columns, from_year: fromYear })
    return id
  }
  const { id: _id, first_id, position, ...before } = row
  updateRule(db, id, { until_year: fromYear - 1 })
  return insertRule(
    db,
    { ...before, ...columns, from_year: fromYear, until_year: row.until_year },
    { first_id, position },
  )
}

function expectDocument(db: ReadDb, documentId: string | null): void {
  if (documentId === null) return
  if (!db.first(sql.selectFrom('document').select('id').where('id', '=', documentId)))
    throw new Refusal('record.missing', undefined, [{ path: 'documentId', code: 'record.missing' }])
}

/** A version may begin in its own year, in an earlier one that no other version has, or within its own years. */
function expectYearIsFree(db: ReadDb, row: EntitlementRuleRow, fromYear: number): void {
  const before = versionsOf(db, row.first_id).filter((one) => one.from_year < row.from_year)
  const isTaken = before.some((one) => fromYear <= (one.until_year ?? one.from_year))
  const isAfterItsEnd = row.until_year !== null && fromYear > row.until_year
  if (isTaken || isAfterItsEnd)
    throw new Refusal('entitlement.years-overlap', undefined, [
      { path: 'fromYear', code: 'entitlement.years-overlap' },
    ])
}

/** A pack's rule with where it lies. */
export interface OfferedByPack {
  readonly packId: string
  readonly version: string
  readonly fields: PackRule
}

/** Copies rules of packs for a year and those after it. Those that hold then already are left as they are. */
export function adoptRules(db: WriteDb, offered: readonly OfferedByPack[], fromYear: number): { adopted: number } {
  const key = (packId: string | null, ruleId: string | null) => `${packId} ${ruleId}`
  const there = new Set(
    ruleRows(db)
      .filter((row) => row.until_year === null || row.until_year >= fromYear)
      .map((row) => key(row.pack_id, row.pack_rule_id)),
  )
  const fresh = offered.filter(({ packId, fields }) => !there.has(key(packId, fields.id)))
  for (const { packId, version, fields } of fresh)
    insertRule(db, {
      ...columnsOfFacts(factsOfPackRule(fields)),
      document_id: null,
      pack_id: packId,
      pack_rule_id: fields.id,
      pack_version: version,
      pack_rule_json: JSON.stringify(fields),
      from_year: fromYear,
      until_year: null,
    })
  return { adopted: fresh.length }
}

/**
 * Lets a rule end with a year, or hold on again. Throws Refusals `entitlement.years-overlap` (a year before its first, or
 * a later version holds) and `record.missing`.
 */
export function endRule(db: WriteDb, id: string, lastYear: number | null): void {
  const row = ruleRow(db, id)
  const next = versionsOf(db, row.first_id).find((one) => one.from_year > row.from_year)
  const isTaken = next !== undefined && (lastYear === null || lastYear >= next.from_year)
  if (isTaken || (lastYear !== null && lastYear < row.from_year)) throw new Refusal('entitlement.years-overlap')
  updateRule(db, id, { until_year: lastYear })
}

/**
 * Takes a rule back as if it had never been; an earlier version holds on in its place. Throws Refusals
 * `entitlement.has-ticks`, `entitlement.has-versions`, `record.missing`.
 */
export function removeRule(db: WriteDb, id: string): void {
  const row = ruleRow(db, id)
  const versions = versionsOf(db, row.first_id)
  if (versions.at(-1)?.id !== id) throw new Refusal('entitlement.has-versions')
  const before = versions.at(-2)
  const count = tickCounts(db).get(row.first_id) ?? 0
  if (before === undefined && count > 0) throw new Refusal('entitlement.has-ticks', { count })
  deleteRule(db, id)
  if (before?.until_year === row.from_year - 1) updateRule(db, before.id, { until_year: row.until_year })
}

function tickableRule(db: ReadDb, id: string): Rule {
  const rule = rowToRule(ruleRow(db, id))
  if (rule.counts?.by !== 'ticks') throw new Refusal('entitlement.not-ticked')
  return rule
}

/**
 * Ticks a rule off for people on a day; who has a tick of that day and note already keeps it. Throws Refusals `entitlement.not-ticked`,
 * `entitlement.tick-ahead`, `record.missing`.
 */
export function tick(
  db: WriteDb,
  input: { ruleId: string; personIds: readonly string[]; doneOn: Day; note: string | null },
  today: Day,
): { ticked: number } {
  const { firstId } = tickableRule(db, input.ruleId)
  if (input.doneOn > today)
    throw new Refusal('entitlement.tick-ahead', undefined, [{ path: 'doneOn', code: 'entitlement.tick-ahead' }])
  const there = new Set(
    ticksOf(db, firstId)
      .filter(({ doneOn, note }) => doneOn === input.doneOn && note === input.note)
      .map(({ personId }) => personId),
  )
  const known = new Set(db.all(sql.selectFrom('person').select('id')).map(({ id }) => id))
  const wanted = [...new Set(input.personIds)]
  if (wanted.some((id) => !known.has(id))) throw new Refusal('record.missing')
  const fresh = wanted.filter((id) => !there.has(id))
  for (const personId of fresh) insertTick(db, { firstId, personId, doneOn: input.doneOn, note: input.note })
  return { ticked: fresh.length }
}

/** Takes ticks back. Throws Refusal `record.missing`. */
export function untick(db: WriteDb, ids: readonly string[]): { taken: number } {
  for (const id of new Set(ids)) deleteTick(db, id)
  return { taken: new Set(ids).size }
}
