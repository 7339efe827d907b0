import { costsRoute } from '../../../../shared/features/budgets/doors'
import { zFundInput } from '../../../../shared/features/budgets/model'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { AmountPanel } from './amount-panel'

type Fund = OutputFor<'funds.list'>['funds'][number]
type Amount = Fund['amounts'][number]
type Kinds = OutputFor<'packs.financeCodes'>['fundKinds']

interface FundPaneProps {
  /** Undefined for a new one. */
  readonly fund: Fund | undefined
  readonly kinds: Kinds
}

/** One fund: what it is, and what was given to it. */
export function FundPane({ fund, kinds }: FundPaneProps) {
  return (
    <>
      <SectionTitle>{fund?.name ?? 'A new fund'}</SectionTitle>
      {fund && <Amounts fund={fund} />}
      <Block>
        {fund && <SectionTitle level={3}>What it is</SectionTitle>}
        <FundForm fund={fund} kinds={kinds} />
      </Block>
      {fund && <FundActions fund={fund} />}
    </>
  )
}

function FundForm({ fund, kinds }: FundPaneProps) {
  const form = useZodForm(zFundInput, {
    name: fund?.name ?? '',
    kind: fund?.kind ?? 'school',
    reference: fund?.reference ?? null,
    isExternal: fund?.isExternal ?? false,
    allowedUse: fund?.allowedUse ?? null,
  })
  const draft = useDraft(form, 'funds.fund', fund?.id ?? 'new')
  const save = useWrite('funds.save', { saved: fund ? 'Fund saved' : 'Fund set up' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Fund"
      onSubmit={(values) => save.send(fund ? { id: fund.id, ...values } : values)}
      onSaved={({ id }) => navigate(`/money/funds/${id}`)}
    >
      <DraftNotice draft={draft} />
      <TextField name="name" label="Name" isRequired />
      <FormRow>
        <Select
          name="kind"
          label="Kind"
          isRequired
          options={kinds.map((kind) => ({ value: kind.code, title: kind.name }))}
        />
        <TextField name="reference" label="Reference" hint="Cost centre or grant number" />
      </FormRow>
      <CheckBox
        name="isExternal"
        label="It comes from outside the school"
        hint="Shown beneath all cash, never taken off"
      />
      <TextArea name="allowedUse" label="What it may be used for" rows={2} />
      <FormActions
        submit={fund ? 'Save the fund' : 'Set up the fund'}
        kind={fund ? 'plain' : 'primary'}
        cancelTo="/money/funds"
      />
    </Form>
  )
}

const amountColumns: readonly TableColumn<Amount>[] = [
  {
    key: 'span',
    title: 'For',
    kind: 'text',
    value: (amount) => amount.fromOn,
    render: (amount) => `${formatDayShort(amount.fromOn)} to ${formatDayShort(amount.toOn)}`,
    note: (amount) => amount.note,
  },
  { key: 'amount', title: 'Amount', kind: 'money', value: (amount) => amount.amountPence, width: 140 },
]

function Amounts({ fund }: { readonly fund: Fund }) {
  const panel = useOpenRow(fund.amounts)
  const remove = useWrite('funds.removeAmount', { saved: 'Amount taken away', toastFailure: true })
  return (
    <Block>
      <SectionTitle
        level={3}
        aside={
          <Button size="small" onPress={panel.openNew}>
            Add an amount
          </Button>
        }
      >
        What was given
      </SectionTitle>
      <DataTable
        label="Amounts"
        rows={fund.amounts}
        rowKey={(amount) => amount.id}
        columns={amountColumns}
        height="natural"
        onOpen={panel.open}
        actions={(amount) => [
          { key: 'change', title: 'Change it', onAction: () => panel.open(amount) },
          {
            key: 'remove',
            title: 'Take it away',
            isDanger: true,
            onAction: () => void remove.send({ id: amount.id }),
          },
        ]}
        empty={<p className="muted">No amount yet. Add what was given, and for which days.</p>}
      />
      {panel.isOpen && <AmountPanel fundId={fund.id} amount={panel.row} onClose={panel.close} />}
    </Block>
  )
}

function FundActions({ fund }: { readonly fund: Fund }) {
  const years = useRead('money.years', {})
  const archive = useWrite('funds.archive', {
    saved: fund.isArchived ? 'Fund taken out again' : 'Fund put away',
    toastFailure: true,
  })
  const year = { kind: 'financial', startYear: years.data?.thisFinancial ?? 2025 } as const
  return (
    <div className="form-actions">
      {years.data && <LinkButton to={costsRoute(year, { fund: fund.id })}>See its costs this year</LinkButton>}
      <Button
        kind="quiet"
        onPress={() => void archive.send({ id: fund.id, isArchived: !fund.isArchived })}
        isBusy={archive.isSending}
      >
        {fund.isArchived ? 'Take it out again' : 'Put it away'}
      </Button>
    </div>
  )
}
