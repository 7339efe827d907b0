import { OnPaper, usualFiles } from '../../../components/on-paper'
import { useWrite } from '../../../lib/contract-client'

/** Prints the chart, or saves it as a PDF or for Word. */
export function ChartOnPaper() {
  const paper = useWrite('responsibilities.print', { toastFailure: true })
  return <OnPaper files={usualFiles} isBusy={paper.isSending} ask={(format) => paper.send({ format })} />
}
