import { OnPaper, usualFiles } from '../../../components/on-paper'
import { useWrite } from '../../../lib/contract-client'

/** Prints the whole binder with its dividers and texts, or saves it as a PDF or for Word. */
export function BinderOnPaper({ order }: { readonly order: string }) {
  const paper = useWrite('binder.print', { toastFailure: true })
  return (
    <OnPaper
      mainAction="Print with dividers"
      files={usualFiles}
      isBusy={paper.isSending}
      ask={(format) => paper.send({ order, format })}
    />
  )
}
