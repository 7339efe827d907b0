import { useState } from 'react'
import { z } from 'zod'
import { Button } from '../../src/renderer/components/button'
import { ConfirmDialog, Dialog, SidePanel } from '../../src/renderer/components/dialog'
import { DraftNotice, useDraft } from '../../src/renderer/components/draft'
import { EmptyState } from '../../src/renderer/components/empty-state'
import { CheckBox, CheckBoxGroup } from '../../src/renderer/components/fields/check-box'
import { ComboBox } from '../../src/renderer/components/fields/combo-box'
import { DateField } from '../../src/renderer/components/fields/date-field'
import { FileButton } from '../../src/renderer/components/fields/file-button'
import { MoneyField } from '../../src/renderer/components/fields/money-field'
import { NumberField } from '../../src/renderer/components/fields/number-field'
import { RadioGroup } from '../../src/renderer/components/fields/radio-group'
import { Select } from '../../src/renderer/components/fields/select'
import { Switch } from '../../src/renderer/components/fields/switch'
import { TextArea, TextField } from '../../src/renderer/components/fields/text-field'
import { TimeField } from '../../src/renderer/components/fields/time-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../src/renderer/components/form'
import { Notice } from '../../src/renderer/components/notice'
import { PageHead } from '../../src/renderer/components/page-head'
import { ProgressBar } from '../../src/renderer/components/progress-bar'
import { SimpleTable } from '../../src/renderer/components/simple-table'
import { Steps } from '../../src/renderer/components/steps'
import { Tabs } from '../../src/renderer/components/tabs'
import { toast } from '../../src/renderer/components/toast'
import { zDay, zWallTime } from '../../src/shared/kernel/dates'
import { zPence } from '../../src/shared/kernel/money'
import { fundTable } from './sample-data'

const zExample = z.object({
  name: z.string().trim().min(1, 'input.required'),
  feePence: zPence,
  heldOn: zDay,
  startsAt: zWallTime.nullable(),
  places: z.int().nullable(),
  kind: z.string(),
  providerId: z.string().nullable(),
  notes: z.string().nullable(),
  groups: z.array(z.string()).min(1),
  level: z.string(),
  isExternal: z.boolean(),
})

const kinds = [
  { value: 'course', title: 'Course', note: 'Taught by someone from outside' },
  { value: 'coaching', title: 'Coaching' },
]

export function FormExample() {
  const form = useZodForm(zExample, {
    name: '',
    feePence: null,
    heldOn: null,
    startsAt: null,
    places: null,
    kind: null,
    providerId: null,
    notes: null,
    groups: [],
    level: null,
    isExternal: true,
  })
  const draft = useDraft(form, 'kit', '1')
  return (
    <>
      <PageHead
        title="Record what was done"
        trail={[{ title: 'Activities', to: '/activities' }]}
        about="One event that people went to or will go to."
      />
      <Form
        form={form}
        draft={draft}
        label="Activity"
        onSubmit={() => Promise.resolve({ ok: true, value: undefined })}
        onSaved={() => toast({ text: 'Activity saved', tone: 'good' })}
      >
        <DraftNotice draft={draft} />
        <FormRow>
          <TextField name="name" label="Name" isRequired hint="As it stands on the booking form" />
          <Select name="kind" label="Kind" options={kinds} isRequired />
        </FormRow>
        <FormRow>
          <DateField name="heldOn" label="Day" isRequired />
          <TimeField name="startsAt" label="Starts at" />
        </FormRow>
        <FormRow>
          <MoneyField name="feePence" label="Fee" isRequired hint="Without VAT" />
          <NumberField name="places" label="Places" unit="people" minValue={0} />
        </FormRow>
        <ComboBox
          name="providerId"
          label="Provider"
          options={[{ value: '1', title: 'Northgate Learning', note: 'Leeds' }]}
          onCreate={() => undefined}
        />
        <FormPart title="Who it is for">
          <CheckBoxGroup
            name="groups"
            label="Staff groups"
            isRequired
            options={[
              { value: 't', title: 'Teachers' },
              { value: 'ta', title: 'Teaching assistants', note: 'With their line manager' },
            ]}
          />
          <RadioGroup
            name="level"
            label="Level"
            isRequired
            across
            options={[
              { value: 'school', title: 'School' },
              { value: 'team', title: 'Team' },
            ]}
          />
          <CheckBox name="isExternal" label="Led by someone from outside" />
          <Switch label="Tell the office" value onChange={() => undefined} />
        </FormPart>
        <TextArea name="notes" label="Notes" />
        <FormActions submit="Save the activity" cancelTo="/activities">
          <FileButton accept={['.png']} kind="quiet" onFile={() => undefined}>
            Add a flyer
          </FileButton>
        </FormActions>
      </Form>
    </>
  )
}

type Open = 'dialog' | 'confirm' | 'panel' | undefined

export function PartsExample() {
  const [open, setOpen] = useState<Open>(undefined)
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead
        title="Everything else"
        about="Notices, steps, tabs, what opens and what passes."
        secondary={
          <>
            <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
            <Button onPress={() => setOpen('confirm')}>Ask first</Button>
            <Button onPress={() => setOpen('panel')}>Open a panel</Button>
          </>
        }
        primary={
          <Button
            kind="primary"
            onPress={() =>
              toast({ text: '10 people booked on Phonics refresher', tone: 'good', undo: () => undefined })
            }
          >
            Book 10 people
          </Button>
        }
      />
      <Steps steps={['Choose the file', 'Match the columns', 'Look at the rows', 'Done']} current={2} />
      <Notice
        tone="bad"
        title="Row 14, column Starts on: 31/02/2026 is no day"
        action={<Button size="small">Leave that row out</Button>}
      >
        Nothing was changed. Put it right in the file and read it again, or leave the row out.
      </Notice>
      <Notice tone="warn">No copy has left this PC for 9 days.</Notice>
      <Notice tone="good">All 86 people are in.</Notice>
      <ProgressBar
        label="Reading the ledger"
        done={42_000}
        total={100_000}
        unit="rows"
        elapsedMs={4_000}
        onCancel={() => undefined}
      />
      <Tabs
        label="Views"
        tabs={[
          { key: 'a', title: 'Bookings', count: 14, content: <SimpleTable table={fundTable} /> },
          { key: 'b', title: 'Costs', count: 3, content: <p>Three costs.</p> },
        ]}
      />
      <EmptyState
        title="No priority yet"
        about="Priorities are what the school wants to get better at this year. Everything that is booked and paid for can be traced back to one."
        primary={<Button kind="primary">Write the first priority</Button>}
        secondary={<Button>Take last year’s</Button>}
        picture={<SimpleTable table={fundTable} />}
      />
      <Dialog title="Choose a year" isOpen={open === 'dialog'} onClose={close}>
        <p>Which year shall the report be about?</p>
      </Dialog>
      <ConfirmDialog
        title="Erase this person?"
        consequence={<p>14 bookings and 2 certificates lose their name. This cannot be undone.</p>}
        confirm="Erase 1 person"
        isDanger
        isOpen={open === 'confirm'}
        onConfirm={() => undefined}
        onClose={close}
      />
      <SidePanel title="Record a cost" isOpen={open === 'panel'} onClose={close}>
        <TextField label="What for" value="" onChange={() => undefined} />
      </SidePanel>
    </>
  )
}
