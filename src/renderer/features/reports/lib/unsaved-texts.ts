import type { ReportAsk } from '../../../../shared/features/reports/model'
import { call, type InputFor } from '../../../lib/contract-client'
import { saysMore } from '../../../lib/follow'
import { keepTyped } from '../../../lib/unkept'

type ReportOfYear = Pick<ReportAsk, 'kind' | 'year'>

/** Under which record the texts of a report are kept while they are typed. */
export function textsDraft({ kind, year }: ReportOfYear): InputFor<'drafts.get'> {
  return { form: 'report.texts', recordId: `${kind}.${year.kind}.${year.startYear}` }
}

/** True where texts of this report were typed and not saved: no page, no file and no issue would hold them. */
export async function areTextsUnsaved(report: ReportOfYear): Promise<boolean> {
  await keepTyped()
  const kept = await call('drafts.get', textsDraft(report))
  return kept.ok && saysMore(kept.value.body)
}
