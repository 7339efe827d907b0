import { createHash } from 'node:crypto'
import type { PlanVersionRow } from './schema'

/** The SHA-256 of all that an approved version of the plan says: its approval, its figures and its pages. */
export function sealOfVersion(version: Omit<PlanVersionRow, 'id' | 'plan_id' | 'sha256'>): string {
  const { number, approved_on, approved_by, approved_at, reason, figures_json, document_json } = version
  const whole = JSON.stringify([number, approved_on, approved_by, approved_at, reason, figures_json, document_json])
  return createHash('sha256').update(whole, 'utf8').digest('hex')
}
