import { zNeededLine } from '../../../../shared/kernel/texts'
import { zProfileInput } from '../../../../shared/features/school/model'
import { day, type Day } from '../../../../shared/kernel/dates'
import { academicYearOf } from '../../../../shared/kernel/years'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { announce } from '../../../lib/announcer'
import { navigate } from '../../../lib/navigation'
import { ProfileFields } from '../components/profile-fields'
import { RegisterLookup, type RegisterSchool } from '../components/register-lookup'
import './start-page.css'

const zNewSchool = zProfileInput.extend({ cpdLeaderTitle: zNeededLine(80) })

/** Names the school; its history begins with last academic year, so that last year's records have a school. */
export function NewSchoolPage() {
  const status = useRead('school.status', {})
  return (
    <div className="start-form">
      <PageHead
        title="Start my school"
        about="You can change all of this later. Nothing leaves this PC."
        trail={[{ title: 'Welcome', to: '/start' }]}
      />
      <ReadState read={status}>{({ today }) => <NewSchoolForm today={today} />}</ReadState>
    </div>
  )
}

function beginning(today: Day): Day {
  return day(`${academicYearOf(today) - 1}-09-01`)
}

function NewSchoolForm({ today }: { readonly today: Day }) {
  const form = useZodForm(zNewSchool, {
    validFrom: beginning(today),
    name: '',
    urn: null,
    authorityName: '',
    phase: null,
    regime: 'maintained',
    pupilsOnRoll: null,
    cpdLeaderTitle: 'CPD leader',
  })
  const create = useWrite('school.create', { undo: false })
  const take = (school: RegisterSchool) => {
    form.setValue('name', school.name)
    form.setValue('urn', school.urn)
    form.setValue('authorityName', school.authorityName ?? '')
    form.setValue('phase', school.phase)
    form.setValue('regime', school.regime)
    form.setValue('pupilsOnRoll', school.pupilsOnRoll)
    announce(`The form is filled in for ${school.name}`)
    form.setFocus('name')
  }
  return (
    <Form form={form} onSubmit={(values) => create.send(values)} onSaved={() => navigate('/')}>
      <RegisterLookup onChoose={take} />
      <ProfileFields />
      <TextField
        name="cpdLeaderTitle"
        label="What do you call the post that leads CPD?"
        hint="Used on every page and report, for example CPD leader or professional learning lead"
        isRequired
      />
      <FormActions submit="Start the binder" cancelTo="/start" />
    </Form>
  )
}
