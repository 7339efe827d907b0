import { MenuButton } from '../../../components/menu-button'
import { OnPaper } from '../../../components/on-paper'
import { useWrite, type InputFor } from '../../../lib/contract-client'

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
] as const

/** Prints the register as it is narrowed, or saves it as a file. */
export function RegisterOnPaper({
  asked,
  hasNames,
}: {
  readonly asked: InputFor<'requests.list'>
  readonly hasNames: boolean
}) {
  const print = useWrite('requests.print', { toastFailure: true })
  return (
    <OnPaper
      files={files}
      isBusy={print.isSending}
      ask={(format) => print.send({ of: { kind: 'register', asked, hasNames }, format })}
    />
  )
}

/** Other doors of the register: the form for those without the binder, and how the school decides. */
export function FormOnPaper() {
  const print = useWrite('requests.print', {
    toastFailure: true,
    saved: ({ fileName }) => (fileName === null ? 'Form printed' : `Saved as ${fileName}`),
    undo: false,
  })
  const send = (format: 'print' | 'pdf' | 'docx' | 'xlsx') => void print.send({ of: { kind: 'form' }, format })
  return (
    <MenuButton
      label="More"
      items={[
        { key: 'rules', title: 'How we decide', to: '/requests/rules' },
        { key: 'print', title: 'Print the blank form', onAction: () => send('print') },
        { key: 'pdf', title: 'Save the blank form as PDF', onAction: () => send('pdf') },
        { key: 'docx', title: 'Save the blank form for Word', onAction: () => send('docx') },
        { key: 'xlsx', title: 'Save a fill-in file for Excel', onAction: () => send('xlsx') },
        { key: 'back', title: 'Take in filled-in files', to: '/imports/requests' },
      ]}
    />
  )
}
