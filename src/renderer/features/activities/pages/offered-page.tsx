import type { ActivityLine } from '../../../../shared/features/activities/contract'
import { zActivityInput } from '../../../../shared/features/activities/model'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { EmptyState } from '../../../components/empty-state'
import { LengthField } from '../../../components/fields/length-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { useTypology } from '../components/use-typology'

const home = '/activities/offered'

/** Courses, programmes and themes that may run again: what each is, and how often it ran. */
export function OfferedPage() {
  const read = useRead('activities.list', { includeArchived: true })
  const [shown] = useQueryParam('show')
  const close = () => navigate(home)
  return (
    <>
      <PageHead
        title="What we offer"
        about="Courses, programmes and themes. Each may run many times; its type, source and level are kept here."
        trail={[{ title: 'Activities', to: '/activities' }]}
        primary={
          <LinkButton kind="primary" to={`${home}?show=new`}>
            Add an activity
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {({ activities }) => (
          <>
            <OfferedTable activities={activities} shown={shown} />
            <SidePanel
              title={shown === 'new' ? 'Add an activity' : 'Change the activity'}
              isOpen={shown !== undefined}
              onClose={close}
            >
              {shown !== undefined && (
                <ActivityForm key={shown} activity={activities.find((activity) => activity.id === shown)} />
              )}
            </SidePanel>
          </>
        )}
      </ReadState>
    </>
  )
}

interface OfferedTableProps {
  readonly activities: readonly ActivityLine[]
  readonly shown: string | undefined
}

function OfferedTable({ activities, shown }: OfferedTableProps) {
  const typology = useTypology()
  const archive = useWrite('activities.archive', { saved: 'Done', toastFailure: true })
  return (
    <DataTable
      label="Activities"
      rows={activities}
      rowKey={(activity) => activity.id}
      columns={columnsFor(typology.typeName)}
      filter={(activity) =>
        `${activity.title} ${activity.providerName ?? ''} ${typology.typeName(activity.typeCode)}`
      }
      hrefOf={(activity) => `${home}?show=${activity.id}`}
      selectedKey={shown}
      actions={(activity) => [
        { key: 'events', title: 'Plan another run', to: `/activities/new` },
        {
          key: 'archive',
          title: activity.isArchived ? 'Take it out again' : 'Put it away',
          onAction: () => void archive.send({ id: activity.id, isArchived: !activity.isArchived }),
        },
      ]}
      empty={
        <EmptyState
          title="Nothing on offer yet"
          about="An activity is added here, or by itself when you record or plan something new."
          primary={<LinkButton to={`${home}?show=new`}>Add an activity</LinkButton>}
          secondary={<LinkButton to="/activities/record">Record what was done</LinkButton>}
        />
      }
    />
  )
}

function columnsFor(typeName: (code: string) => string): readonly TableColumn<ActivityLine>[] {
  return [
    {
      key: 'title',
      title: 'Activity',
      kind: 'text',
      value: (activity) => activity.title,
      note: (activity) =>
        [activity.isArchived ? 'Put away' : undefined, activity.providerName].filter(Boolean).join(' · '),
    },
    {
      key: 'type',
      title: 'Type',
      kind: 'text',
      value: (activity) => typeName(activity.typeCode),
      hideNarrow: true,
    },
    {
      key: 'events',
      title: 'Runs',
      kind: 'count',
      value: (activity) => activity.events,
      width: 80,
      hideNarrow: true,
    },
    { key: 'last', title: 'Last day', kind: 'day', value: (activity) => activity.lastOn, width: 130 },
  ]
}

function ActivityForm({ activity }: { readonly activity: ActivityLine | undefined }) {
  const typology = useTypology()
  const providers = useRead('activities.choices', {})
  const form = useZodForm(zActivityInput, {
    id: activity?.id ?? null,
    title: activity?.title ?? '',
    reference: activity?.reference ?? null,
    typeCode: activity?.typeCode ?? null,
    provisionCode: activity?.provisionCode ?? 'within',
    levelCode: activity?.levelCode ?? 'school',
    providerId: activity?.providerId ?? null,
    defaultMinutes: activity?.defaultMinutes ?? null,
    description: activity?.description ?? null,
  })
  const save = useWrite('activities.save', { saved: 'Activity saved' })
  const providerOptions = (providers.data?.providers ?? []).map((one) => ({ value: one.id, title: one.name }))
  return (
    <Form form={form} label="Activity" onSubmit={(values) => save.send(values)} onSaved={() => navigate(home)}>
      <TextField name="title" label="Name" isRequired />
      <FormRow>
        <Select name="typeCode" label="Type" isRequired options={typology.types} />
        <Select name="provisionCode" label="Source" isRequired options={typology.provisions} />
      </FormRow>
      <FormRow>
        <Select name="levelCode" label="Level" isRequired options={typology.levels} />
        <Select name="providerId" label="Provider" noneTitle="Our own staff" options={providerOptions} />
      </FormRow>
      <FormRow>
        <LengthField name="defaultMinutes" label="Usual length" />
        <TextField name="reference" label="Reference" width="medium" />
      </FormRow>
      <TextArea name="description" label="What it is about" rows={3} />
      <FormActions submit="Save the activity" onCancel={() => navigate(home)} />
    </Form>
  )
}
