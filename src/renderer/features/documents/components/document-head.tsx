import { Download, Printer } from 'lucide-react'
import type { Document } from '../../../../shared/features/documents/model'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { MenuButton } from '../../../components/menu-button'
import { PageHead } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { aboutDocument, formatNames, standingNames, standingOf, standingTones } from '../words'
import type { LifePanel } from './life-panels'

export interface DocumentHeadProps {
  readonly document: Document
  readonly onPanel: (panel: LifePanel) => void
}

/** What the document is and where it stands, with the next step of its life as the one primary action. */
export function DocumentHead({ document, onPanel }: DocumentHeadProps) {
  const standing = standingOf(document)
  const archive = useWrite('documents.archive', {
    saved: document.isArchived ? 'Taken out again' : 'Put away',
    toastFailure: true,
  })
  return (
    <PageHead
      title={document.title}
      about={
        <>
          <StatusMark tone={standingTones[standing]}>{standingNames[standing]}</StatusMark>
          {` · ${aboutDocument(document)}`}
        </>
      }
      trail={[{ title: 'Documents', to: '/documents' }]}
      secondary={
        <>
          <PrintAndSave id={document.id} version={null} />
          <MenuButton
            label="More"
            items={[
              { key: 'rename', title: 'Name and review', onAction: () => onPanel('rename') },
              ...(document.status === 'for-approval'
                ? [{ key: 'return', title: 'Return it to its draft', onAction: () => onPanel('return') }]
                : []),
              {
                key: 'archive',
                title: document.isArchived ? 'Take out again' : 'Put away',
                onAction: () => void archive.send({ id: document.id, isArchived: !document.isArchived }),
              },
            ]}
          />
        </>
      }
      primary={document.isArchived ? undefined : <NextStep document={document} onPanel={onPanel} />}
    />
  )
}

function NextStep({ document, onPanel }: DocumentHeadProps) {
  const openNotes = document.comments.filter(({ isDone }) => !isDone).length
  const submit = useWrite('documents.submit', {
    saved:
      openNotes === 0
        ? 'Handed in for approval'
        : `Handed in for approval, with ${plural(openNotes, 'note', 'notes')} to yourself still open`,
    toastFailure: true,
  })
  const reopen = useWrite('documents.reopen', { saved: 'Opened again: the text is a draft', toastFailure: true })
  if (document.status === 'approved')
    return (
      <Button kind="primary" isBusy={reopen.isSending} onPress={() => void reopen.send({ id: document.id })}>
        Open the text again
      </Button>
    )
  if (document.status === 'draft' && document.needsApproval)
    return (
      <Button kind="primary" isBusy={submit.isSending} onPress={() => void submit.send({ id: document.id })}>
        Hand in for approval
      </Button>
    )
  return (
    <Button kind="primary" onPress={() => onPanel('approve')}>
      Record the approval
    </Button>
  )
}

export interface PrintAndSaveProps {
  readonly id: string
  /** Null for the working text. */
  readonly version: number | null
  readonly size?: 'small'
}

const formats = ['pdf', 'docx', 'txt'] as const

/** Prints a text or saves it as a file. */
export function PrintAndSave({ id, version, size }: PrintAndSaveProps) {
  const print = useWrite('documents.print', { toastFailure: true })
  const write = useWrite('documents.export', {
    saved: ({ fileName }) => `Saved as ${fileName}`,
    undo: false,
    toastFailure: true,
  })
  const which = version === null ? '' : ` version ${version}`
  return (
    <>
      <Button
        size={size}
        icon={<Printer aria-hidden="true" />}
        isBusy={print.isSending}
        onPress={() => void print.send({ id, version })}
      >
        {`Print${which}`}
      </Button>
      <MenuButton
        label={`Save${which} as`}
        icon={<Download aria-hidden="true" />}
        items={formats.map((format) => ({
          key: format,
          title: formatNames[format],
          onAction: () => void write.send({ id, version, format }),
        }))}
      />
    </>
  )
}
