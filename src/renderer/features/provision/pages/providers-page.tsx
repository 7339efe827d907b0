import { Suspense, useState, type ReactNode } from 'react'
import { useParams } from 'wouter'
import {
  providerKindName,
  providerKinds,
  zProviderInput,
  type Provider,
} from '../../../../shared/features/provision/model'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { DraftNotice, useDraft } from '../../../components/draft'
import { EmptyState } from '../../../components/empty-state'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState, Waiting } from '../../../components/read-state'
import { YearPicker } from '../../../components/year-picker'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { navigate } from '../../../lib/navigation'

const columns: readonly TableColumn<Provider>[] = [
  {
    key: 'name',
    title: 'Provider',
    kind: 'text',
    value: (provider) => provider.name,
    note: (provider) =>
      [provider.isArchived ? 'Put away' : undefined, providerKindName(provider.kind)].filter(Boolean).join(' · '),
  },
  { key: 'events', title: 'Events', kind: 'count', value: (provider) => provider.events, width: 90 },
  {
    key: 'heads',
    title: 'People',
    kind: 'count',
    value: (provider) => provider.heads,
    width: 90,
    hideNarrow: true,
  },
  {
    key: 'paid',
    title: 'Paid',
    kind: 'money',
    value: (provider) => provider.paidPence,
    width: 130,
    hideNarrow: true,
  },
  {
    key: 'promised',
    title: 'Promised',
    kind: 'money',
    value: (provider) => provider.promisedPence,
    width: 130,
    hideNarrow: true,
  },
]

/** Who we buy from and who comes in, with what it came to. */
export function ProvidersPage() {
  const { id } = useParams<{ id?: string }>()
  const status = useRead('school.status', {})
  const thisYear = status.data?.academicYear
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const startYear = chosen ?? thisYear ?? 2000
  const read = useRead(
    'providers.list',
    { year: { kind: 'academic', startYear }, includeArchived: true },
    { enabled: thisYear !== undefined, keepPrevious: true },
  )
  const picker = (
    <YearPicker
      kindFixed
      value={{ kind: 'academic', startYear }}
      onChange={(year) => setChosen(year.startYear)}
      years={[0, 1, 2, 3].map((back) => (thisYear ?? startYear) - back)}
    />
  )
  return (
    <>
      <PageHead
        title="Providers"
        about="Who runs what your staff go to: how many events, how many people, and what was paid."
        trail={[{ title: 'Activities', to: '/activities' }]}
        primary={
          <LinkButton kind="primary" to="/providers/new">
            Add a provider
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {({ providers }) => {
          const provider = providers.find((one) => one.id === id)
          return (
            <MasterDetail
              backTo="/providers"
              detailLabel="Provider"
              list={<ProviderTable providers={providers} selected={id} toolbar={picker} />}
              detail={
                id === undefined || (id !== 'new' && provider === undefined) ? undefined : (
                  <>
                    <ProviderForm key={id} provider={provider} />
                    {provider !== undefined && <ProviderPanels key={`panels ${id}`} providerId={provider.id} />}
                  </>
                )
              }
            />
          )
        }}
      </ReadState>
    </>
  )
}

/** What other features know of a provider. */
function ProviderPanels({ providerId }: { readonly providerId: string }) {
  const { providerPanels } = useExtensions()
  return (
    <Suspense fallback={<Waiting />}>
      {providerPanels.map(({ key, Panel }) => (
        <Panel key={key} providerId={providerId} />
      ))}
    </Suspense>
  )
}

interface ProviderTableProps {
  readonly providers: readonly Provider[]
  readonly selected: string | undefined
  readonly toolbar: ReactNode
}

function ProviderTable({ providers, selected, toolbar }: ProviderTableProps) {
  return (
    <DataTable
      label="Providers"
      rows={providers}
      rowKey={(one) => one.id}
      columns={columns}
      filter={(one) => `${one.name} ${one.contact ?? ''} ${providerKindName(one.kind) ?? ''}`}
      hrefOf={(one) => `/providers/${one.id}`}
      selectedKey={selected}
      toolbar={toolbar}
      empty={
        <EmptyState
          title="No provider yet"
          about="A hub, a university, a company, another school. One is added by itself when you name it while recording what was done."
          primary={<LinkButton to="/providers/new">Add a provider</LinkButton>}
          secondary={<LinkButton to="/activities/record">Record what was done</LinkButton>}
        />
      }
    />
  )
}

function ProviderForm({ provider }: { readonly provider: Provider | undefined }) {
  const form = useZodForm(zProviderInput, {
    id: provider?.id ?? null,
    name: provider?.name ?? '',
    kind: provider?.kind ?? null,
    contact: provider?.contact ?? null,
    workEmail: provider?.workEmail ?? null,
    phone: provider?.phone ?? null,
    website: provider?.website ?? null,
    note: provider?.note ?? null,
  })
  const draft = useDraft(form, 'provider.edit', provider?.id ?? 'new')
  const save = useWrite('providers.save', { saved: 'Provider saved' })
  const archive = useWrite('providers.archive', { saved: 'Done', toastFailure: true })
  return (
    <>
      <SectionTitle>{provider?.name ?? 'A new provider'}</SectionTitle>
      <Form
        form={form}
        draft={draft}
        label="Provider"
        onSubmit={(values) => save.send(values)}
        onSaved={({ id }) => navigate(`/providers/${id}`)}
      >
        <DraftNotice draft={draft} />
        <FormRow>
          <TextField name="name" label="Name" isRequired />
          <Select
            name="kind"
            label="Kind"
            noneTitle="Not said"
            options={providerKinds.map((kind) => ({ value: kind.code, title: kind.name }))}
          />
        </FormRow>
        <FormRow>
          <TextField name="contact" label="Whom to ask" />
          <TextField name="workEmail" label="Work email" type="email" />
        </FormRow>
        <FormRow>
          <TextField name="phone" label="Telephone" type="tel" />
          <TextField name="website" label="Website" type="url" />
        </FormRow>
        <TextArea name="note" label="Notes" rows={3} />
        <FormActions submit="Save the provider" cancelTo="/providers" kind="plain">
          {provider !== undefined && (
            <Button
              kind="quiet"
              onPress={() => void archive.send({ id: provider.id, isArchived: !provider.isArchived })}
            >
              {provider.isArchived ? 'Take it out again' : 'Put it away'}
            </Button>
          )}
        </FormActions>
      </Form>
    </>
  )
}
