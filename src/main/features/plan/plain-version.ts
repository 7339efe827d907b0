import type { Day } from '../../../shared/kernel/dates'
import { tablesOf } from '../../../shared/kernel/report-table'
import { sql, type WriteDb } from '../../db/handle'
import { writeCsv } from '../../documents/csv'
import { writeJson } from '../../documents/json'
import { readPlan, type ReadNeeds } from './read'
import { planRow } from './repository'
import { addStep } from './service'
import { documentOf, keepVersion, type DocumentNeeds } from './versions'

/**
 * Approves a draft as its first version with the files that nothing has to be drawn for: for the sample school, which is
 * made in one go. Throws Refusal `record.missing`.
 */
export function keepPlainVersion(
  db: WriteDb,
  planId: string,
  approval: { readonly on: Day; readonly by: string; readonly at: string },
  needs: ReadNeeds & Pick<DocumentNeeds, 'typology' | 'codes' | 'today'>,
): void {
  db.runOne(sql.updateTable('training_plan').set({ state: 'for-approval' }).where('id', '=', planId))
  const plan = readPlan(db, planRow(db, planId), needs)
  const { on: approvedOn, by: approvedBy, at: approvedAt } = approval
  const edition = { number: 1, approvedOn, approvedBy, approvedAt, reason: null }
  const report = documentOf(db, { ...needs, plan, names: false, edition })
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = [
    { format: 'csv' as const, content: bytes(writeCsv(tablesOf(report))) },
    { format: 'json' as const, content: bytes(writeJson(report)) },
  ]
  keepVersion(db, { plan, edition, report, files })
  db.runOne(sql.updateTable('training_plan').set({ state: 'approved' }).where('id', '=', planId))
  addStep(
    db,
    planId,
    { kind: 'approved', on: approvedOn, words: approvedAt },
    { today: approvedOn, byPersonId: null },
  )
}
