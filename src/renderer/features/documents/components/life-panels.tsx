import { z } from 'zod'
import { addMonths } from '../../../../shared/kernel/dates'
import { zNeededText, zOptionalText } from '../../../../shared/kernel/texts'
import { zApproval, type Document } from '../../../../shared/features/documents/model'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { unfinishedWords } from '../words'

export type LifePanel = 'approve' | 'return' | 'rename'

export interface LifePanelsProps {
  readonly document: Document
  readonly panel: LifePanel | undefined
  readonly onClose: () => void
}

/** The short forms of a document's life, beside its text. */
export function LifePanels({ document, panel, onClose }: LifePanelsProps) {
  if (panel === undefined) return null
  if (panel === 'return') return <ReturnPanel document={document} onClose={onClose} />
  if (panel === 'rename') return <RenamePanel document={document} onClose={onClose} />
  return <ApprovePanel document={document} onClose={onClose} />
}

type PanelProps = Pick<LifePanelsProps, 'document' | 'onClose'>

function ApprovePanel({ document, onClose }: PanelProps) {
  const status = useRead('school.status', {})
  const number = (document.version ?? 0) + 1
  return (
    <SidePanel title={`Approve as version ${number}`} isOpen onClose={onClose}>
      <ReadState read={status}>
        {({ today }) => <ApproveForm document={document} today={today} onClose={onClose} />}
      </ReadState>
    </SidePanel>
  )
}

const zApproveForm = zApproval.omit({ id: true })

function ApproveForm({
  document,
  today,
  onClose,
}: PanelProps & { readonly today: Parameters<typeof addMonths>[0] }) {
  const form = useZodForm(zApproveForm, {
    approvedBy: null,
    approvedAt: null,
    approvedOn: today,
    reviewOn: document.reviewMonths === null ? null : addMonths(today, document.reviewMonths),
    withGaps: false,
  })
  const draft = useDraft(form, 'documents.approve', document.id)
  const approve = useWrite('documents.approve', {
    saved: ({ number }) => `Version ${number} is in force`,
    undo: false,
  })
  const openNotes = document.comments.filter(({ isDone }) => !isDone).length
  const left = unfinishedWords(document.unfinished)
  // The day of the next review is the one fact of an approval that may stay open.
  const isReviewMissing = document.unfinished.empty.includes('document.reviewOn') && form.watch('reviewOn') === null
  return (
    <Form
      form={form}
      draft={draft}
      label="Approve the document"
      onSubmit={(values) => approve.send({ ...values, id: document.id })}
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <p>
        The text is frozen as it reads today, with its files, and cannot be changed afterwards. The version before
        it stays and is marked as superseded.
      </p>
      {openNotes > 0 && (
        <p>{plural(openNotes, 'note', 'notes')} to yourself still open: they are no part of what is approved.</p>
      )}
      <TextField
        name="approvedBy"
        label="Approved by"
        hint="Such as the governing board, or the headteacher"
        isRequired
      />
      <TextField name="approvedAt" label="At which meeting" />
      <DateField name="approvedOn" label="Approved on" isRequired />
      <DateField name="reviewOn" label="To be looked at again by" />
      {(left !== undefined || isReviewMissing) && (
        <CheckBox
          name="withGaps"
          label="Approve it although something is unfinished"
          hint={`${left ?? 'It speaks of a next review, and no day is set'}. The gaps stay to be seen.`}
        />
      )}
      <FormActions submit="Approve and freeze the text" onCancel={onClose} />
    </Form>
  )
}

const zReturn = z.object({ note: zOptionalText(600) })

function ReturnPanel({ document, onClose }: PanelProps) {
  const form = useZodForm(zReturn, { note: null })
  const giveBack = useWrite('documents.return', { saved: 'Returned to its draft' })
  return (
    <SidePanel title="Return it to its draft" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Return the document"
        onSubmit={({ note }) => giveBack.send({ id: document.id, note })}
        onSaved={onClose}
      >
        <TextArea name="note" label="What is to be done" hint="Stands among the document’s steps" rows={4} />
        <FormActions submit="Return it" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

const zRename = z.object({ title: zNeededText(200), reviewMonths: z.int().min(1).max(120).nullable() })

function RenamePanel({ document, onClose }: PanelProps) {
  const form = useZodForm(zRename, { title: document.title, reviewMonths: document.reviewMonths })
  const rename = useWrite('documents.rename', { saved: 'Saved' })
  return (
    <SidePanel title="Name and review" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Name and review"
        onSubmit={(values) => rename.send({ ...values, id: document.id })}
        onSaved={onClose}
      >
        <TextField name="title" label="Its name" isRequired />
        <NumberField
          name="reviewMonths"
          label="Looked at again every"
          unit="months"
          hint="Leave it empty when nothing asks for it"
          minValue={1}
          maxValue={120}
        />
        <FormActions submit="Save the name and the review" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}
