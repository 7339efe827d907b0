import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button, type ButtonKind } from '../button'

export interface FileButtonProps {
  readonly children: ReactNode
  /** Extensions or types: ['.csv', '.xlsx']. */
  readonly accept: readonly string[]
  readonly onFile: (file: File) => void
  readonly kind?: ButtonKind
  readonly isDisabled?: boolean
}

/** Asks for a file whose content the page may read itself (a logo). Whole imports ask main, which opens its own dialog. */
export function FileButton({ children, accept, onFile, kind, isDisabled }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={[...accept]}
      onSelect={(files) => {
        const file = files?.[0]
        if (file !== undefined) onFile(file)
      }}
    >
      <Button kind={kind ?? 'plain'} isDisabled={isDisabled ?? false} icon={<Upload aria-hidden="true" />}>
        {children}
      </Button>
    </FileTrigger>
  )
}
