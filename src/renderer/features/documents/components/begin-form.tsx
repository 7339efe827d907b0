import { formatDay } from '../../../../shared/kernel/dates'
import { zNewDocument, type TemplateLine } from '../../../../shared/features/documents/model'
import { DefinitionList } from '../../../components/definition-list'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { SectionTitle } from '../../../components/page-head'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { newDocumentPath, type Owner } from '../lib/owner'
import { targetNames } from '../words'

interface BeginFormProps {
  readonly template: TemplateLine | undefined
  /** What it is begun for, and attached to at once. */
  readonly owner: Owner | undefined
}

/** Names a document, says whom it is about, and begins it. */
export function BeginForm({ template, owner }: BeginFormProps) {
  const isAboutOwner = owner?.target === 'person' && template?.isAboutPerson === true
  const form = useZodForm(zNewDocument, {
    templateId: template?.id ?? null,
    title: template?.title ?? '',
    personId: isAboutOwner ? owner.targetId : null,
    attachTo: null,
  })
  const draft = useDraft(form, 'documents.begin', template?.id ?? 'new')
  const create = useWrite('documents.create', { saved: 'Document begun' })
  const choices = useRead('staff.choices', {})
  return (
    <>
      <SectionTitle>{template?.title ?? 'A blank document'}</SectionTitle>
      {template !== undefined && <AboutTemplate template={template} />}
      <Form
        form={form}
        draft={draft}
        label="Begin the document"
        onSubmit={(values) => {
          const isAlready = owner?.target === 'person' && owner.targetId === values.personId
          const attachTo = isAlready ? null : (owner ?? null)
          return create.send({ ...values, templateId: template?.id ?? null, attachTo })
        }}
        onSaved={({ id }) => navigate(`/documents/${id}`)}
      >
        <DraftNotice draft={draft} />
        <TextField name="title" label="Its name" isRequired />
        {(template === undefined || template.isAboutPerson) && (
          <ComboBox
            name="personId"
            label="Whom it is about"
            hint="Only for a document about one person: their name, post and record then stand in it"
            options={(choices.data?.people ?? []).map(({ id, name, note }) => ({ value: id, title: name, note }))}
          />
        )}
        {owner !== undefined && (
          <p>It will be attached to the {targetNames[owner.target].toLowerCase()} you came from.</p>
        )}
        <FormActions submit="Begin this document" cancelTo={newDocumentPath(undefined, owner)} />
      </Form>
    </>
  )
}

function AboutTemplate({ template }: { readonly template: TemplateLine }) {
  const { from } = template
  const origin = [from.packTitle ?? 'Your own', from.version, from.dated === null ? null : formatDay(from.dated)]
  return (
    <>
      <p className="prose begin-summary">{template.summary}</p>
      {from.isToBeChecked && (
        <Notice tone="warn" title="Check before relying on it">
          It speaks of rules that change. Look at its sources before you approve what you make of it.
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: 'For', value: template.audience },
          { term: 'From', value: origin.filter(Boolean).join(', ') },
          {
            term: 'Looked at again',
            value:
              template.reviewMonths === null
                ? 'When you like'
                : `Every ${plural(template.reviewMonths, 'month', 'months')}`,
          },
          {
            term: 'Approval',
            value: template.needsApproval ? 'By a meeting, such as the governors’' : 'Not needed',
          },
          {
            term: 'Used',
            value: template.used === 0 ? 'Not yet' : `For ${plural(template.used, 'document', 'documents')}`,
          },
        ]}
      />
    </>
  )
}
