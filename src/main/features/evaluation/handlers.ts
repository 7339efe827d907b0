import type { evaluationContract } from '../../../shared/features/evaluation/contract'
import { evidenceChart, evidenceSentence, type EvidenceFacts } from '../../../shared/features/reports/evidence'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import { cashByEvidence } from '../../../shared/features/reports/rules'
import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { YearAsked } from '../../../shared/kernel/years'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { listEvaluations } from './repository'
import { evaluationOf, judgeEvaluation, planEvaluation } from './service'

export interface EvaluationNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  /** The facts of the reports, so that this page and a printed report cannot differ. */
  readonly evidenceOf: (db: ReadDb, year: YearAsked) => EvidenceFacts & Pick<ReportFacts, 'period'>
}

export function evaluationHandlers({
  desk,
  clock,
  evidenceOf,
}: EvaluationNeeds): HandlersOf<typeof evaluationContract> {
  return {
    'evaluation.get': ({ eventId }) => evaluationOf(desk.read, eventId, clock.today()),
    'evaluation.plan': (input) => ({
      id: desk.write('evaluation.plan', (db) => planEvaluation(db, input, clock.today())),
    }),
    'evaluation.judge': (input) => ({
      id: desk.write('evaluation.judge', (db) => judgeEvaluation(db, input, clock.today())),
    }),
    'evaluation.list': ({ year }) => {
      const facts = evidenceOf(desk.read, year)
      return {
        events: listEvaluations(desk.read, facts.period, clock.today()),
        sentence: evidenceSentence(facts) ?? null,
        chart: evidenceChart(facts) ?? null,
        evidence: [...cashByEvidence(facts)],
      }
    },
  }
}
