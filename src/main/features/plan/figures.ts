import { z } from 'zod'
import type { Plan } from '../../../shared/features/plan/model'
import { drawLine } from '../../../shared/features/plan/rules'
import type { ReportDocument } from '../../../shared/kernel/report-table'

/** The figures that are kept with an approved version: its totals, and its lines as they were called and costed then. */
export const zFigures = z.object({
  totals: z.record(z.string(), z.number()),
  lines: z.array(
    z.object({
      lineId: z.string(),
      title: z.string(),
      isMust: z.boolean(),
      requestId: z.string().nullable(),
      pence: z.int(),
      isAbove: z.boolean(),
    }),
  ),
})
export type Figures = z.infer<typeof zFigures>

/** What is kept of the figures of a plan as it is approved. */
export function figuresOf(plan: Plan, report: ReportDocument): Figures {
  const { placed } = drawLine(plan.lines, plan.budgetPence)
  const lines = placed.map(({ line: { id, title, isMust, requestId, costPence }, isAbove }) => ({
    lineId: id,
    title,
    isMust,
    requestId,
    pence: costPence,
    isAbove,
  }))
  return { totals: report.totals, lines }
}
