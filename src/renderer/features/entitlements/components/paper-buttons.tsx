import type { StatementFormat } from '../../../../shared/features/entitlements/contract'
import { OnPaper } from '../../../components/on-paper'
import { useWrite, type InputFor } from '../../../lib/contract-client'

interface PaperButtonsProps {
  readonly of: InputFor<'entitlements.print'>['of']
  readonly year: number
  /** "Print the statements". */
  readonly print: string
  readonly files: readonly (readonly [format: StatementFormat, title: string])[]
}

/** Prints statements, or saves them as a file. */
export function PaperButtons({ of, year, print, files }: PaperButtonsProps) {
  const paper = useWrite('entitlements.print', { toastFailure: true })
  return (
    <OnPaper
      mainAction={print}
      files={files}
      isBusy={paper.isSending}
      ask={(format) => paper.send({ of, year, format })}
    />
  )
}
