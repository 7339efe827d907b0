import { Download, Printer } from 'lucide-react'
import type { PaperFormat } from '../../../../shared/features/packs/library'
import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'
import { showToast } from '../../../lib/toasts'

/** Prints the chart, or saves it as a PDF or for Word. */
export function ChartOnPaper() {
  const paper = useWrite('responsibilities.print', { toastFailure: true })
  const ask = async (format: PaperFormat) => {
    const result = await paper.send({ format })
    if (result.ok && result.value.fileName !== null)
      showToast({ text: `Saved as ${result.value.fileName}`, tone: 'good' })
  }
  return (
    <>
      <Button icon={<Printer aria-hidden="true" />} isBusy={paper.isSending} onPress={() => void ask('print')}>
        Print
      </Button>
      <MenuButton
        label="Save as"
        icon={<Download aria-hidden="true" />}
        items={[
          { key: 'pdf', title: 'PDF', onAction: () => void ask('pdf') },
          { key: 'docx', title: 'Word document', onAction: () => void ask('docx') },
        ]}
      />
    </>
  )
}
