import { Download, Printer } from 'lucide-react'
import type { PaperFormat } from '../../../../shared/features/packs/library'
import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'
import { showToast } from '../../../lib/toasts'

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
] as const

/** Prints the whole binder with its dividers and texts, or saves it as a PDF or for Word. */
export function BinderOnPaper({ order }: { readonly order: string }) {
  const paper = useWrite('binder.print', { toastFailure: true })
  const ask = async (format: PaperFormat) => {
    const result = await paper.send({ order, format })
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
        Print with dividers
      </Button>
    </>
  )
}
