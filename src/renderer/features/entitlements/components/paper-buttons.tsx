import { Download, Printer } from 'lucide-react'
import type { InputFor } from '../../../lib/contract-client'
import type { StatementFormat } from '../../../../shared/features/entitlements/contract'
import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'
import { showToast } from '../../../lib/toasts'

type Of = InputFor<'entitlements.print'>['of']

interface PaperButtonsProps {
  readonly of: Of
  readonly year: number
  /** "Print the statements". */
  readonly print: string
  readonly files: readonly (readonly [format: StatementFormat, title: string])[]
}

/** Prints statements, or saves them as a file. */
export function PaperButtons({ of, year, print, files }: PaperButtonsProps) {
  const paper = useWrite('entitlements.print', { toastFailure: true })
  const ask = async (format: StatementFormat) => {
    const result = await paper.send({ of, year, format })
    if (result.ok && result.value.fileName !== null)
      showToast({ text: `Saved as ${result.value.fileName}`, tone: 'good' })
  }
  return (
    <>
      <MenuButton
        label="Save as"
        icon={<Download aria-hidden="true" />}
        items={files.map(([format, title]) => ({ key: format, title, onAction: () => void ask(format) }))}
      />
      <Button
        kind="primary"
        icon={<Printer aria-hidden="true" />}
        isBusy={paper.isSending}
        onPress={() => void ask('print')}
      >
        {print}
      </Button>
    </>
  )
}
