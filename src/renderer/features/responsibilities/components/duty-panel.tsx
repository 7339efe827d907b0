import { useState } from 'react'
import { z } from 'zod'
import { formatDayShort, zDay } from '../../../../shared/kernel/dates'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import type { Duty, Holder, ResponsibilityChart } from '../../../../shared/features/responsibilities/model'
import { Button, TextLink } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { MenuButton } from '../../../components/menu-button'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useOpenRow } from '../../../components/use-open-row'
import { useWrite } from '../../../lib/contract-client'
import { GiveForm } from './give-panel'

interface DutyPanelProps {
  readonly chart: ResponsibilityChart
  readonly roleId: string
  readonly duty: Duty
  readonly onClose: () => void
}

/** One responsibility: whose it is and was, and giving it to somebody. */
export function DutyPanel({ chart, roleId, duty, onClose }: DutyPanelProps) {
  const open = useOpenRow(duty.holders)
  const [isGiving, setGiving] = useState(duty.holders.length === 0)
  const key = `${roleId} ${duty.dutyId}`
  const only = { key, title: duty.text, duties: [{ roleId, dutyId: duty.dutyId }] }
  return (
    <SidePanel title="A responsibility" isOpen onClose={onClose}>
      <Block>
        <p>{duty.text}</p>
      </Block>
      {duty.holders.length > 0 && <Holders holders={duty.holders} onChange={open.open} />}
      {open.row !== undefined && <HolderForm key={open.row.id} holder={open.row} onClose={open.close} />}
      {open.row === undefined &&
        (isGiving ? (
          <GiveForm chart={chart} only={only} onClose={onClose} />
        ) : (
          <Button onPress={() => setGiving(true)}>Give it to somebody</Button>
        ))}
    </SidePanel>
  )
}

interface HoldersProps {
  readonly holders: readonly Holder[]
  readonly onChange: (holder: Holder) => void
}

function Holders({ holders, onChange }: HoldersProps) {
  const remove = useWrite('responsibilities.remove', { saved: 'Taken back', toastFailure: true })
  return (
    <Block>
      <SectionTitle level={3}>Whose it is and was</SectionTitle>
      <Rows
        label="Whose it is and was"
        items={holders.map((holder) => ({
          key: holder.id,
          title: <TextLink to={`/staff/${holder.personId}`}>{holder.name}</TextLink>,
          about: [daysOf(holder), holder.hasLeft ? 'has left the school' : null, holder.note]
            .filter(Boolean)
            .join(' · '),
          action: (
            <MenuButton
              look="more"
              label={`More for ${holder.name}`}
              items={[
                { key: 'change', title: 'Change the days', onAction: () => onChange(holder) },
                {
                  key: 'remove',
                  title: 'Take it back (a mistake)',
                  isDanger: true,
                  onAction: () => void remove.send({ id: holder.id }),
                },
              ]}
            />
          ),
        }))}
      />
    </Block>
  )
}

function daysOf({ fromOn, untilOn }: Holder): string {
  const from = `from ${formatDayShort(fromOn)}`
  return untilOn === null ? from : `${from} until ${formatDayShort(untilOn)}`
}

const zHolderForm = z.object({ fromOn: zDay, untilOn: zDay.nullable().default(null), note: zOptionalLine(300) })

function HolderForm({ holder, onClose }: { readonly holder: Holder; readonly onClose: () => void }) {
  const form = useZodForm(zHolderForm, {
    fromOn: holder.fromOn,
    untilOn: holder.untilOn,
    note: holder.note,
  })
  const change = useWrite('responsibilities.change', { saved: 'Days saved' })
  return (
    <Form
      form={form}
      label={`Days of ${holder.name}`}
      onSubmit={(values) => change.send({ ...values, id: holder.id })}
      onSaved={onClose}
    >
      <FormRow>
        <DateField name="fromOn" label="From" isRequired autoFocus />
        <DateField name="untilOn" label="Until" />
      </FormRow>
      <TextField name="note" label="Note" />
      <FormActions submit="Save the days" onCancel={onClose} kind="plain" />
    </Form>
  )
}
