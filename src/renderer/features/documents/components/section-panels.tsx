import { z } from 'zod'
import { zNeededText } from '../../../../shared/kernel/texts'
import type { DocumentSection } from '../../../../shared/features/documents/model'
import { SidePanel } from '../../../components/dialog'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'

export interface SectionPanelProps {
  readonly section: DocumentSection
  readonly onClose: () => void
}

const zReason = z.object({ reason: zNeededText(600) })
const zHeading = z.object({ title: zNeededText(200) })

/** Marks a section as not for this school. */
export function LeaveOutPanel({ section, onClose }: SectionPanelProps) {
  const form = useZodForm(zReason, { reason: null })
  const leave = useWrite('documents.leaveOut', { saved: 'Section left out' })
  return (
    <SidePanel title={`Not for us: ${section.title}`} isOpen onClose={onClose}>
      <Form
        form={form}
        label="Leave the section out"
        onSubmit={({ reason }) => leave.send({ id: section.id, reason })}
        onSaved={onClose}
      >
        <p>The section stays here with its text and is left out of what is printed and approved.</p>
        <TextArea
          name="reason"
          label="Why is it not for your school?"
          hint="Whoever looks at the document next will want to know."
          rows={3}
          isRequired
        />
        <FormActions submit="Leave the section out" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

export interface AddSectionPanelProps {
  readonly documentId: string
  /** The section that it comes after; none puts it first. */
  readonly after: DocumentSection | undefined
  readonly onClose: () => void
  readonly onAdded: (id: string, title: string) => void
}

/** Adds a section of the school's own. */
export function AddSectionPanel({ documentId, after, onClose, onAdded }: AddSectionPanelProps) {
  const form = useZodForm(zHeading, { title: null })
  const add = useWrite('documents.addSection', { saved: 'Section added' })
  return (
    <SidePanel title="Add a section" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Add a section"
        onSubmit={async ({ title }) => {
          const result = await add.send({ documentId, afterId: after?.id ?? null, title })
          if (result.ok) onAdded(result.value.id, title)
          return result
        }}
        onSaved={onClose}
      >
        {after !== undefined && <p>It comes after “{after.title}”.</p>}
        <TextField name="title" label="Its heading" isRequired />
        <FormActions submit="Add the section" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}
