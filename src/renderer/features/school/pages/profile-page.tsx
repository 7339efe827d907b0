import { zProfileInput, type Profile } from '../../../../shared/features/school/model'
import type { Day } from '../../../../shared/kernel/dates'
import { DateField } from '../../../components/fields/date-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { ProfileFields } from '../components/profile-fields'

/** Records what the school is from a day on; what it was before stays. */
export function ProfilePage() {
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Record a change"
        about="A new name, a conversion to an academy, this year’s roll."
        trail={[{ title: 'The school', to: '/school' }]}
      />
      <ReadState read={status}>
        {({ profile, today }) => (profile ? <ProfileForm profile={profile} today={today} /> : null)}
      </ReadState>
    </>
  )
}

function ProfileForm({ profile, today }: { readonly profile: Profile; readonly today: Day }) {
  const { id: _id, ...current } = profile
  const form = useZodForm(zProfileInput, { ...current, validFrom: today })
  const save = useWrite('school.saveProfile', { saved: 'The school is up to date' })
  return (
    <Form form={form} onSubmit={(values) => save.send(values)} onSaved={() => navigate('/school')}>
      <Notice tone="info">
        Reports for days before this one keep what the school was then. To correct a mistake, choose the day it
        began.
      </Notice>
      <DateField name="validFrom" label="From which day?" isRequired />
      <ProfileFields />
      <FormActions submit="Save what the school is" cancelTo="/school" />
    </Form>
  )
}
