import { z } from 'zod'
import { zOptionalText } from '../../../../shared/kernel/texts'
import type { OutputFor } from '../../../lib/contract-client'
import { DraftNotice, useDraft } from '../../../components/draft'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { showToast } from '../../../lib/toasts'

const zFacts = z.object({ headteacher: zOptionalText(200), chairOfGovernors: zOptionalText(200) })

type Facts = OutputFor<'documents.facts'>['facts']
type FactName = Facts[number]['name']

/** Names that documents quote and that are recorded nowhere else. */
export function FactsPage() {
  const read = useRead('documents.facts', {})
  return (
    <>
      <PageHead
        title="Facts for documents"
        about="Names that documents quote and that stand nowhere else in the binder. Change them here, and every draft reads anew; approved versions stay as they were."
        trail={[{ title: 'Documents', to: '/documents' }]}
      />
      <ReadState read={read}>{({ facts }) => <FactsForm facts={facts} />}</ReadState>
    </>
  )
}

function FactsForm({ facts }: { readonly facts: Facts }) {
  const valueOf = (name: FactName) => facts.find((fact) => fact.name === name)?.value ?? null
  const form = useZodForm(zFacts, {
    headteacher: valueOf('school.headteacher'),
    chairOfGovernors: valueOf('school.chairOfGovernors'),
  })
  const draft = useDraft(form, 'documents.facts', 'school')
  const save = useWrite('documents.saveFact')
  return (
    <Form
      form={form}
      draft={draft}
      label="Facts for documents"
      onSubmit={async ({ headteacher, chairOfGovernors }) => {
        const first = await save.send({ name: 'school.headteacher', value: headteacher })
        if (!first.ok) return first
        return save.send({ name: 'school.chairOfGovernors', value: chairOfGovernors })
      }}
      onSaved={() => {
        showToast({ text: 'Facts saved', tone: 'good' })
        navigate('/documents')
      }}
    >
      <DraftNotice draft={draft} />
      <TextField name="headteacher" label="Headteacher" hint="As it is to read, such as Mrs A. Okafor" />
      <TextField name="chairOfGovernors" label="Chair of governors" />
      <FormActions submit="Save the facts" cancelTo="/documents" />
    </Form>
  )
}
