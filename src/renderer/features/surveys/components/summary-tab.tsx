import type { SummaryFormat } from '../../../../shared/features/surveys/contract'
import type { Round } from '../../../../shared/features/surveys/model'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { Block } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { ReportOnScreen } from '../../../components/report-on-screen'
import { useRead, useWrite } from '../../../lib/contract-client'
import { isToBeClosed, StillOpen } from './closing'

const files: readonly (readonly [Exclude<SummaryFormat, 'print'>, string])[] = [
  ...usualFiles,
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
]

/** What the answers say together, as it is printed. */
export function SummaryTab({ round }: { readonly round: Round }) {
  return isToBeClosed(round) ? <StillOpen round={round} /> : <Together roundId={round.id} />
}

function Together({ roundId }: { readonly roundId: string }) {
  const summary = useRead('surveys.summary', { id: roundId })
  const paper = useWrite('surveys.printSummary', { toastFailure: true })
  return (
    <>
      <Block>
        <div className="form-actions">
          <OnPaper files={files} isBusy={paper.isSending} ask={(format) => paper.send({ id: roundId, format })} />
        </div>
      </Block>
      <ReadState read={summary}>{(report) => <ReportOnScreen report={{ ...report, moreTables: [] }} />}</ReadState>
    </>
  )
}
