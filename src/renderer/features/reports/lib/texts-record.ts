import type { ReportKind } from '../../../../shared/features/reports/model'
import type { YearAsked } from '../../../../shared/kernel/years'

/** Under which record the texts of a report are kept while they are typed. */
export function textsRecord(kind: ReportKind, year: YearAsked): string {
  return `${kind}.${year.kind}.${year.startYear}`
}
