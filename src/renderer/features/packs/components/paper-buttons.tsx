import type { ListKind, ReadableKind } from '../../../../shared/features/packs/library'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { useWrite } from '../../../lib/contract-client'

/** Prints one text, or saves it as a PDF or for Word. */
export function ItemOnPaper({ kind, id }: { readonly kind: ReadableKind; readonly id: string }) {
  const paper = useWrite('library.print', { toastFailure: true })
  return (
    <div className="library-paper">
      <OnPaper files={usualFiles} isBusy={paper.isSending} ask={(format) => paper.send({ kind, id, format })} />
    </div>
  )
}

/** Prints a whole list, or saves it as a PDF or for Word. */
export function ListOnPaper({ kind }: { readonly kind: ListKind }) {
  const paper = useWrite('library.printList', { toastFailure: true })
  return (
    <div className="library-paper">
      <OnPaper files={usualFiles} isBusy={paper.isSending} ask={(format) => paper.send({ kind, format })} />
    </div>
  )
}
