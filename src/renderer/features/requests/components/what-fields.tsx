import { useFormContext } from 'react-hook-form'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { TimeField } from '../../../components/fields/time-field'
import { FormRow } from '../../../components/form'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { usePeopleOptions } from '../../../lib/use-people'
import type { RequestFormInput } from '../lib/request-form'
import { OpportunityField } from './opportunity-field'

interface WhatFieldsProps {
  readonly costs: OutputFor<'costs.choices'>
  readonly choices: OutputFor<'activities.choices'>
}

/** Who asks, when, and for what: an event that is planned here, or anything else in words. */
export function WhatFields({ costs, choices }: WhatFieldsProps) {
  const people = usePeopleOptions()
  const { setValue, watch, getValues } = useFormContext<RequestFormInput>()
  const eventId = watch('eventId')
  const chooseEvent = (next: string | null | undefined) => {
    const event = costs.events.find(({ id }) => id === next)
    setValue('eventId', event?.id ?? null, { shouldDirty: true })
    if (!event) return
    setValue('title', event.title, { shouldDirty: true })
    if (event.firstOn !== null && getValues('wantedOn') === null)
      setValue('wantedOn', event.firstOn, { shouldDirty: true })
  }
  return (
    <>
      <FormRow>
        <ComboBox name="personId" label="Who asks" options={people} isRequired />
        <DateField name="receivedOn" label="Asked on" isRequired />
      </FormRow>
      <ComboBox
        label="An event that is planned here"
        hint="Leave it empty for anything else"
        options={costs.events.map(({ id, title, firstOn }) => ({
          value: id,
          title,
          note: firstOn === null ? 'no day yet' : formatDayShort(firstOn),
        }))}
        value={eventId}
        onChange={chooseEvent}
      />
      {eventId === null && <OpportunityField />}
      <TextField
        name="title"
        label="What is it?"
        hint="Title of the course, visit, conference or study"
        isRequired
      />
      {eventId === null && <ElsewhereFields choices={choices} />}
    </>
  )
}

/** Of what is not planned here: its type, who provides it, and when. */
function ElsewhereFields({ choices }: Pick<WhatFieldsProps, 'choices'>) {
  const { setValue, watch } = useFormContext<RequestFormInput>()
  const typology = useRead('packs.typology', {})
  const provider = watch('providerName')
  const names = choices.providers.map(({ name }) => name)
  const known = provider && !names.includes(provider) ? [...names, provider] : names
  return (
    <>
      <FormRow>
        <Select
          name="typeCode"
          label="Type"
          noneTitle="Not said yet"
          options={(typology.data?.types ?? []).map(({ code, name }) => ({ value: code, title: name }))}
        />
        <ComboBox
          name="providerName"
          label="Provider"
          options={known.map((name) => ({ value: name, title: name }))}
          createLabel="Use"
          onCreate={(text) => setValue('providerName', text, { shouldDirty: true })}
        />
      </FormRow>
      <FormRow>
        <DateField name="wantedOn" label="Day wanted" />
        <TimeField name="startsAt" label="Starts" />
        <TimeField name="endsAt" label="Ends" />
        <LengthField name="durationMinutes" label="Length" />
      </FormRow>
    </>
  )
}
