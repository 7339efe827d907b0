import { useState } from 'react'
import type { NeedsFormat } from '../../../../shared/features/needs/contract'
import { Switch } from '../../../components/fields/switch'
import { OnPaper } from '../../../components/on-paper'
import { useWrite, type InputFor } from '../../../lib/contract-client'

interface PaperButtonsProps {
  readonly of: InputFor<'needs.print'>['of']
}

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
] as const satisfies readonly (readonly [NeedsFormat, string])[]

/** Prints a view of needs, or saves it; names stand on it only when somebody asks for them. */
export function PaperButtons({ of }: PaperButtonsProps) {
  const [withNames, setWithNames] = useState(false)
  const paper = useWrite('needs.print', { toastFailure: true })
  return (
    <>
      <Switch label="Names on paper" value={withNames} onChange={(on) => setWithNames(on === true)} />
      <OnPaper files={files} isBusy={paper.isSending} ask={(format) => paper.send({ of, withNames, format })} />
    </>
  )
}
