import { Plus } from 'lucide-react'
import { useParams } from 'wouter'
import { zPartnerInput, type Partner } from '../../../../shared/features/opportunities/partners'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { DraftNotice, useDraft } from '../../../components/draft'
import { EmptyState } from '../../../components/empty-state'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'

const columns: readonly TableColumn<Partner>[] = [
  {
    key: 'name',
    title: 'School',
    kind: 'text',
    value: (one) => one.name,
    note: (one) => [one.isArchived ? 'Put away' : null, one.contact].filter(Boolean).join(' · '),
  },
  { key: 'events', title: 'Events shared', kind: 'count', value: (one) => one.events, width: 140 },
]

/** Schools that share events and their cost with us. */
export function PartnersPage() {
  const { id } = useParams<{ id?: string }>()
  const read = useRead('partners.list', { includeArchived: true })
  return (
    <>
      <PageHead
        title="Partner schools"
        about="Schools with which you share events. Places and cost are shared on the page of the event, under “Shared with”."
        trail={[{ title: 'Opportunities', to: '/opportunities' }]}
        primary={
          <LinkButton kind="primary" to="/opportunities/partners/new" icon={<Plus aria-hidden="true" />}>
            Add a school
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {({ partners }) => {
          const partner = partners.find((one) => one.id === id)
          return (
            <MasterDetail
              backTo="/opportunities/partners"
              detailLabel="School"
              list={<PartnerTable partners={partners} selected={id} />}
              detail={
                id === undefined || (id !== 'new' && partner === undefined) ? undefined : (
                  <PartnerForm key={id} partner={partner} />
                )
              }
            />
          )
        }}
      </ReadState>
    </>
  )
}

function PartnerTable({
  partners,
  selected,
}: {
  readonly partners: readonly Partner[]
  readonly selected: string | undefined
}) {
  return (
    <DataTable
      label="Partner schools"
      rows={partners}
      rowKey={(one) => one.id}
      columns={columns}
      filter={(one) => `${one.name} ${one.contact ?? ''}`}
      hrefOf={(one) => `/opportunities/partners/${one.id}`}
      selectedKey={selected}
      empty={
        <EmptyState
          title="No partner school yet"
          about="A school that comes to your training days, or to whose you go. The cost of an event can then be divided by places, to the penny."
          primary={<LinkButton to="/opportunities/partners/new">Add the first one</LinkButton>}
        />
      }
    />
  )
}

function PartnerForm({ partner }: { readonly partner: Partner | undefined }) {
  const form = useZodForm(zPartnerInput, {
    id: partner?.id ?? null,
    name: partner?.name ?? '',
    urn: partner?.urn ?? null,
    contact: partner?.contact ?? null,
    workEmail: partner?.workEmail ?? null,
    note: partner?.note ?? null,
  })
  const draft = useDraft(form, 'partners.edit', partner?.id ?? 'new')
  const save = useWrite('partners.save', { saved: 'School saved' })
  const archive = useWrite('partners.archive', { saved: 'Done', toastFailure: true })
  return (
    <>
      <SectionTitle>{partner?.name ?? 'A new school'}</SectionTitle>
      <Form
        form={form}
        draft={draft}
        label="School"
        onSubmit={(values) => save.send(values)}
        onSaved={({ id }) => navigate(`/opportunities/partners/${id}`)}
      >
        <DraftNotice draft={draft} />
        <FormRow>
          <TextField name="name" label="Name" isRequired />
          <TextField name="urn" label="URN" width="short" />
        </FormRow>
        <FormRow>
          <TextField name="contact" label="Whom to ask" />
          <TextField name="workEmail" label="Work email" type="email" />
        </FormRow>
        <TextArea name="note" label="Notes" rows={3} />
        <FormActions submit="Save the school" cancelTo="/opportunities/partners" kind="plain">
          {partner !== undefined && (
            <Button
              kind="quiet"
              onPress={() => void archive.send({ id: partner.id, isArchived: !partner.isArchived })}
            >
              {partner.isArchived ? 'Take it out again' : 'Put it away'}
            </Button>
          )}
        </FormActions>
      </Form>
    </>
  )
}
