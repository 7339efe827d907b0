import { useState } from 'react'
import { z } from 'zod'
import { zNeededText } from '../../../../shared/kernel/texts'
import type { LinkTarget } from '../../../../shared/features/documents/model'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { ComboBox } from '../../../components/fields/combo-box'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { newDocumentPath, type Owner } from '../lib/owner'
import { kindNames, statusNames } from '../words'
import './versions.css'

type Listed = OutputFor<'documents.attachedTo'>['documents'][number]

const abouts: Readonly<Record<LinkTarget, string>> = {
  priority: 'What the school wrote for this priority.',
  event: 'What belongs to this event: an agenda, a brief, a protocol.',
  person: 'What is about this person or was agreed with them.',
  report: 'What was handed out with this report.',
}

/** The documents that belong to a priority, an event, a person or an issued report, on its own page. */
export function AttachedDocuments({ owner, level = 2 }: { readonly owner: Owner; readonly level?: 2 | 3 }) {
  const read = useRead('documents.attachedTo', owner)
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <SectionTitle level={level} about={abouts[owner.target]}>
        Documents
      </SectionTitle>
      <ReadState read={read}>{({ documents }) => <List documents={documents} />}</ReadState>
      <div className="doc-attach-actions">
        <Button onPress={() => setChoosing(true)}>Attach a document</Button>
        <LinkButton to={newDocumentPath(undefined, owner)}>Begin one for it</LinkButton>
      </div>
      {isChoosing && (
        <Choose owner={owner} attached={read.data?.documents ?? []} onClose={() => setChoosing(false)} />
      )}
    </>
  )
}

function List({ documents }: { readonly documents: readonly Listed[] }) {
  const detach = useWrite('documents.detach', { saved: 'Taken off', toastFailure: true })
  if (documents.length === 0) return <p>None yet.</p>
  return (
    <Rows
      label="Documents"
      items={documents.map(({ id, linkId, title, kind, status }) => ({
        key: id,
        title: <TextLink to={`/documents/${id}`}>{title}</TextLink>,
        about: `${kindNames[kind]}, ${statusNames[status]}`,
        action:
          linkId === null ? undefined : (
            <Button size="small" kind="quiet" onPress={() => void detach.send({ id: linkId })}>
              Take off<span className="visually-hidden"> {title}</span>
            </Button>
          ),
      }))}
    />
  )
}

const zChoice = z.object({ documentId: zNeededText(100) })

interface ChooseProps {
  readonly owner: Owner
  readonly attached: readonly Listed[]
  readonly onClose: () => void
}

function Choose({ owner, attached, onClose }: ChooseProps) {
  const form = useZodForm(zChoice, { documentId: null })
  const attach = useWrite('documents.attach', { saved: 'Attached' })
  const all = useRead('documents.list', {})
  const taken = new Set(attached.map(({ id }) => id))
  const options = (all.data?.documents ?? [])
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title, kind }) => ({ value: id, title, note: kindNames[kind] }))
  if (all.data && options.length === 0)
    return (
      <SidePanel title="Attach a document" isOpen onClose={onClose}>
        <p>There is no other document to attach. Begin one for it instead.</p>
      </SidePanel>
    )
  return (
    <SidePanel title="Attach a document" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Attach a document"
        onSubmit={({ documentId }) => attach.send({ ...owner, id: documentId })}
        onSaved={onClose}
      >
        <ComboBox name="documentId" label="Which document" options={options} isRequired />
        <FormActions submit="Attach it" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}
