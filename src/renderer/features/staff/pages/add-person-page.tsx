import { useState } from 'react'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import type { Day } from '../../../../shared/kernel/dates'
import { PersonFields } from '../components/person-fields'
import { PostFields } from '../components/post-fields'
import { newPersonInput, startPerson, zNewPersonForm } from '../lib/person-form'
import { startPost } from '../lib/post-form'
import { useFirstPostStart } from '../lib/use-first-post-start'

/** Types in one person with the post they start in. */
export function AddPersonPage() {
  const choices = useRead('staff.choices', {})
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Add a person"
        about="Only what CPD needs. For more than a few people, import a list instead."
        trail={[{ title: 'Staff', to: '/staff' }]}
      />
      <ReadState read={status}>
        {({ today }) => (
          <ReadState read={choices}>{(data) => <AddPersonForm choices={data} today={today} />}</ReadState>
        )}
      </ReadState>
    </>
  )
}

interface AddPersonFormProps {
  readonly choices: OutputFor<'staff.choices'>
  readonly today: Day
}

function AddPersonForm({ choices, today }: AddPersonFormProps) {
  const form = useZodForm(zNewPersonForm, { ...startPerson(undefined), firstPost: startPost(undefined, today) })
  const draft = useDraft(form, 'staff.person', 'new')
  const save = useWrite('staff.savePerson', { saved: 'Person added' })
  const [isTwin, setTwin] = useState(false)
  return (
    <Form
      form={form}
      draft={draft}
      label="Add a person"
      onSubmit={async (values) => {
        const result = await save.send(newPersonInput(values))
        if (!result.ok && result.code === 'staff.same-name') setTwin(true)
        return result
      }}
      onSaved={({ id }) => navigate(`/staff/${id}`)}
    >
      <DraftNotice draft={draft} />
      {isTwin && (
        <CheckBox
          name="keepSameName"
          label="This is someone else with the same name: keep both"
          hint="A staff code for each helps to tell them apart"
        />
      )}
      <PersonFields choices={choices} />
      <FirstPost choices={choices} today={today} />
      <FormActions submit="Add this person" cancelTo="/staff" />
    </Form>
  )
}

function FirstPost({ choices, today }: AddPersonFormProps) {
  useFirstPostStart(today)
  return (
    <FormPart title="First post">
      <PostFields choices={choices} prefix="firstPost." isFirst />
    </FormPart>
  )
}
