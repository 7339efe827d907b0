import { useParams } from 'wouter'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import type { Person } from '../../../../shared/features/staff/model'
import { PersonFields } from '../components/person-fields'
import { startPerson, zPersonForm } from '../lib/person-form'

/** Changes who a person is; their posts are changed on their own page, each with its days. */
export function EditPersonPage() {
  const { id } = useParams<{ id: string }>()
  const person = useRead('staff.get', { id })
  const choices = useRead('staff.choices', {})
  return (
    <ReadState read={person}>
      {(found) => (
        <>
          <PageHead
            title={`Change ${found.name}`}
            about="Posts, teams and FTE have days of their own: change them on the person’s page."
            trail={[
              { title: 'Staff', to: '/staff' },
              { title: found.name, to: `/staff/${id}` },
            ]}
          />
          <ReadState read={choices}>
            {(data) => <EditPersonForm key={id} person={found} choices={data} />}
          </ReadState>
        </>
      )}
    </ReadState>
  )
}

interface EditPersonFormProps {
  readonly person: Person
  readonly choices: OutputFor<'staff.choices'>
}

function EditPersonForm({ person, choices }: EditPersonFormProps) {
  const form = useZodForm(zPersonForm, startPerson(person))
  const draft = useDraft(form, 'staff.person', person.id)
  const save = useWrite('staff.savePerson', { saved: 'Person saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Person"
      onSubmit={(values) => save.send({ ...values, id: person.id })}
      onSaved={() => navigate(`/staff/${person.id}`)}
    >
      <DraftNotice draft={draft} />
      <PersonFields choices={choices} personId={person.id} />
      <FormActions submit="Save this person" cancelTo={`/staff/${person.id}`} />
    </Form>
  )
}
