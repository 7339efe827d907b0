import { CalendarPlus, Plus } from 'lucide-react'
import { zDateInput, type Opportunity, type OpportunityDate } from '../../../../shared/features/opportunities/model'
import { datesWords, modeWords } from '../../../../shared/features/opportunities/words'
import { Button } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { TimeField } from '../../../components/fields/time-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { useOpenRow } from '../../../components/use-open-row'
import { useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { modeOptions } from '../lib/options'

const columns: readonly TableColumn<OpportunityDate>[] = [
  {
    key: 'when',
    title: 'When',
    kind: 'text',
    value: (date) => date.startsOn,
    render: datesWords,
    note: ({ startsAt, endsAt }) => [startsAt, endsAt].filter(Boolean).join(' to '),
  },
  {
    key: 'where',
    title: 'Where',
    kind: 'text',
    value: (date) => date.venue ?? (date.mode === null ? '' : modeWords[date.mode]),
    note: (date) => [date.ledBy, date.reference].filter(Boolean).join(' · '),
  },
  {
    key: 'places',
    title: 'Places left',
    kind: 'count',
    value: (date) => date.placesLeft,
    width: 116,
    hideNarrow: true,
  },
]

/** When it runs. A date can be made an event, once. */
export function DateList({ opportunity }: { readonly opportunity: Opportunity }) {
  const { dateList } = opportunity
  const row = useOpenRow(dateList)
  const make = useWrite('opportunities.makeEvent', { saved: 'Event made', toastFailure: true })
  const remove = useWrite('opportunities.removeDate', { saved: 'Date removed', toastFailure: true })
  const makeEvent = async (date: OpportunityDate) => {
    const made = await make.send({ id: opportunity.id, dateId: date.id })
    if (made.ok) navigate(`/activities/${made.value.eventId}`)
  }
  return (
    <Block>
      <SectionTitle
        aside={
          <Button size="small" icon={<Plus aria-hidden="true" />} onPress={row.openNew}>
            Add a date
          </Button>
        }
      >
        Dates
      </SectionTitle>
      <DataTable
        label="Dates"
        rows={dateList}
        rowKey={(date) => date.id}
        columns={columns}
        onOpen={row.open}
        height={dateList.length > 12 ? 30 : 'natural'}
        actions={(date) => [
          { key: 'change', title: 'Change', onAction: () => row.open(date) },
          ...(date.eventId === null
            ? [
                { key: 'make', title: 'Make an event of this date', onAction: () => void makeEvent(date) },
                { key: 'remove', title: 'Remove', onAction: () => void remove.send({ id: date.id }) },
              ]
            : [{ key: 'event', title: 'Open its event', to: `/activities/${date.eventId}` }]),
        ]}
        empty={
          <p className="block">
            <CalendarPlus aria-hidden="true" /> No date yet: it can be made an event all the same.
          </p>
        }
      />
      <SidePanel
        title={row.row === undefined ? 'Add a date' : 'Change a date'}
        isOpen={row.isOpen}
        onClose={row.close}
      >
        {row.isOpen && (
          <DateForm key={row.row?.id} opportunityId={opportunity.id} date={row.row} onClose={row.close} />
        )}
      </SidePanel>
    </Block>
  )
}

interface DateFormProps {
  readonly opportunityId: string
  readonly date: OpportunityDate | undefined
  readonly onClose: () => void
}

function DateForm({ opportunityId, date, onClose }: DateFormProps) {
  const form = useZodForm(zDateInput, {
    id: date?.id ?? null,
    opportunityId,
    startsOn: date?.startsOn ?? null,
    endsOn: date?.endsOn ?? null,
    startsAt: date?.startsAt ?? null,
    endsAt: date?.endsAt ?? null,
    venue: date?.venue ?? null,
    ledBy: date?.ledBy ?? null,
    mode: date?.mode ?? null,
    placesLeft: date?.placesLeft ?? null,
    reference: date?.reference ?? null,
    bookingAddress: date?.bookingAddress ?? null,
  })
  const draft = useDraft(form, 'opportunities.date', date?.id ?? `new-${opportunityId}`)
  const save = useWrite('opportunities.saveDate', { saved: 'Date saved' })
  return (
    <Form form={form} draft={draft} label="Date" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <FormRow>
        <DateField name="startsOn" label="First day" isRequired />
        <DateField name="endsOn" label="Last day" />
      </FormRow>
      <FormRow>
        <TimeField name="startsAt" label="From" />
        <TimeField name="endsAt" label="To" />
      </FormRow>
      <TextField name="venue" label="Where" />
      <TextField name="ledBy" label="Led by" />
      <FormRow>
        <Select name="mode" label="How" noneTitle="Not said" options={modeOptions} />
        <NumberField name="placesLeft" label="Places left" />
      </FormRow>
      <TextField name="reference" label="Reference" />
      <TextField name="bookingAddress" label="Book at" type="url" />
      <FormActions submit="Save the date">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}
