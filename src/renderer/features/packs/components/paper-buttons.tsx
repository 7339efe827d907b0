import { Download, Printer } from 'lucide-react'
import type { ListKind, OnPaper, PaperFormat, ReadableKind } from '../../../../shared/features/packs/library'
import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'
import { showToast } from '../../../lib/toasts'

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
] as const

interface PaperButtonsProps {
  readonly isBusy: boolean
  readonly onAsk: (format: PaperFormat) => void
}

function PaperButtons({ isBusy, onAsk }: PaperButtonsProps) {
  return (
    <div className="library-paper">
      <Button icon={<Printer aria-hidden="true" />} isBusy={isBusy} onPress={() => onAsk('print')}>
        Print
      </Button>
      <MenuButton
        label="Save as"
        icon={<Download aria-hidden="true" />}
        items={files.map(([format, title]) => ({ key: format, title, onAction: () => onAsk(format) }))}
      />
    </div>
  )
}

function tell({ fileName }: OnPaper): void {
  if (fileName !== null) showToast({ text: `Saved as ${fileName}`, tone: 'good' })
}

/** Prints one text, or saves it as a PDF or for Word. */
export function ItemOnPaper({ kind, id }: { readonly kind: ReadableKind; readonly id: string }) {
  const paper = useWrite('library.print', { toastFailure: true })
  const ask = async (format: PaperFormat) => {
    const result = await paper.send({ kind, id, format })
    if (result.ok) tell(result.value)
  }
  return <PaperButtons isBusy={paper.isSending} onAsk={(format) => void ask(format)} />
}

/** Prints a whole list, or saves it as a PDF or for Word. */
export function ListOnPaper({ kind }: { readonly kind: ListKind }) {
  const paper = useWrite('library.printList', { toastFailure: true })
  const ask = async (format: PaperFormat) => {
    const result = await paper.send({ kind, format })
    if (result.ok) tell(result.value)
  }
  return <PaperButtons isBusy={paper.isSending} onAsk={(format) => void ask(format)} />
}
