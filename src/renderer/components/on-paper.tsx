import { Download, Printer } from 'lucide-react'
import type { Result } from '../../shared/kernel/result'
import { showToast } from '../lib/toasts'
import { Button } from './button'
import { MenuButton } from './menu-button'

/** What most things can be saved as. */
export const usualFiles = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
] as const

interface OnPaperProps<F extends string> {
  /** What the button to print says where printing is the one thing to do on the page. */
  readonly mainAction?: string
  /** What it says elsewhere, where “Print” would leave open what is printed. */
  readonly printing?: string | undefined
  readonly files: readonly (readonly [format: F, title: string])[]
  readonly isBusy: boolean
  /** Prints, or saves a file; it answers with the file's name where one was saved. */
  readonly ask: (format: F | 'print') => Promise<Result<{ readonly fileName: string | null }>>
}

/** Two buttons: to print something, and to save it as a file. The file that was saved is named. */
export function OnPaper<F extends string>({ mainAction, printing, files, isBusy, ask }: OnPaperProps<F>) {
  const send = async (format: F | 'print') => {
    const result = await ask(format)
    if (result.ok && result.value.fileName !== null)
      showToast({ text: `Saved as ${result.value.fileName}`, tone: 'good' })
  }
  const saving = (
    <MenuButton
      label="Save as"
      icon={<Download aria-hidden="true" />}
      items={files.map(([format, title]) => ({ key: format, title, onAction: () => void send(format) }))}
    />
  )
  const printButton = (
    <Button
      kind={mainAction === undefined ? 'plain' : 'primary'}
      icon={<Printer aria-hidden="true" />}
      isBusy={isBusy}
      onPress={() => void send('print')}
    >
      {mainAction ?? printing ?? 'Print'}
    </Button>
  )
  return mainAction === undefined ? (
    <>
      {printButton}
      {saving}
    </>
  ) : (
    <>
      {saving}
      {printButton}
    </>
  )
}
