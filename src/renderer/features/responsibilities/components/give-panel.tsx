import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { NOBODY, whoCarries } from '../../../../shared/features/responsibilities/as-report'
import type { GiveInput, ResponsibilityChart } from '../../../../shared/features/responsibilities/model'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { usePeopleOptions } from '../../../lib/use-people'

type Places = GiveInput['duties']

interface Part {
  readonly key: string
  readonly title: string
  readonly duties: Places
}

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')
const zGiveForm = z.object({
  part: zChosen,
  personId: zChosen,
  fromOn: zDay,
  note: zOptionalLine(300),
  isShared: z.boolean(),
})

interface GivePanelProps {
  readonly chart: ResponsibilityChart
  readonly onClose: () => void
  /** The one responsibility that is given; without it, a part of the chart is chosen. */
  readonly only?: { readonly key: string; readonly title: string; readonly duties: Places }
}

/** Gives responsibilities to somebody: one, a part of the chart, or all that nobody carries. */
export function GivePanel(props: GivePanelProps) {
  return (
    <SidePanel title="Give responsibilities" isOpen onClose={props.onClose}>
      <GiveForm {...props} />
    </SidePanel>
  )
}

/** The form of the panel, for where one responsibility is looked at. */
export function GiveForm({ chart, onClose, only }: GivePanelProps) {
  const parts = only === undefined ? partsOf(chart) : [only]
  const form = useZodForm(zGiveForm, {
    part: parts[0]?.key ?? null,
    personId: null,
    fromOn: chart.today,
    note: null,
    isShared: false,
  })
  const draft = useDraft(form, 'responsibilities.give', only?.key ?? 'part')
  const give = useWrite('responsibilities.give', {
    saved: ({ given, ended }) =>
      `${plural(given, 'responsibility', 'responsibilities')} given${ended === 0 ? '' : `, ${ended} taken over`}`,
  })
  return (
    <Form
      form={form}
      draft={draft}
      label="Give responsibilities"
      onSubmit={({ part, isShared, ...values }) =>
        give.send({
          ...values,
          takesOver: !isShared,
          duties: parts.find(({ key }) => key === part)?.duties ?? [],
        })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      {only === undefined && (
        <Select
          name="part"
          label="Which"
          options={parts.map(({ key, title, duties }) => ({ value: key, title, note: String(duties.length) }))}
          isRequired
        />
      )}
      <ComboBox name="personId" label="To whom" options={usePeopleOptions()} isRequired />
      <DateField name="fromOn" label="From" isRequired />
      <CheckBox
        name="isShared"
        label="Shared with whoever carries it now"
        hint="Otherwise theirs ends the day before"
      />
      <TextField name="note" label="Note" hint="Such as: acting, until Easter" />
      <FormActions submit="Give it to them" onCancel={onClose} kind="plain" />
    </Form>
  )
}

/** What can be given at once: the gaps first, then each role and each of its areas. */
function partsOf({ roles }: ResponsibilityChart): Part[] {
  const all = roles.flatMap((role) =>
    role.areas.flatMap((area) => area.duties.map((duty) => ({ role, area, duty }))),
  )
  const places = (some: typeof all): Places =>
    some.map(({ role, duty }) => ({ roleId: role.roleId, dutyId: duty.dutyId }))
  const gaps = all.filter(({ duty }) => whoCarries(duty) === NOBODY)
  const parts = roles.flatMap((role): Part[] => [
    { key: role.roleId, title: role.title, duties: places(all.filter((one) => one.role === role)) },
    ...(role.areas.length === 1
      ? []
      : role.areas.map((area) => ({
          key: `${role.roleId} ${area.id}`,
          title: `${role.title}, ${area.title}`,
          duties: places(all.filter((one) => one.area === area)),
        }))),
  ])
  if (gaps.length === 0) return parts
  return [{ key: 'gaps', title: 'What nobody carries yet', duties: places(gaps) }, ...parts]
}
