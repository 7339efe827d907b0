import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { zOwner, type Owner } from '../../../../shared/features/needs/model'
import { zFoundNeed } from '../../../../shared/features/talks/parts'
import type { TalkRecord } from '../../../../shared/features/talks/model'
import { foundNeeds } from '../../../../shared/features/talks/rules'
import { Button } from '../../../components/button'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { ImportanceField } from './needed-fields'

const zRaiseForm = z.object({
  /** The kind of owner and, behind a space, whose it is. */
  owner: z.string({ error: 'input.required' }).min(1, 'input.required'),
  needs: z.array(zFoundNeed.extend({ isTaken: z.boolean() })),
})

/** A key of the choice of owners as an owner; undefined where it is none. */
function ownerOf(key: string): Owner | undefined {
  const [kind, id] = key.split(' ')
  const named = { kind, personId: id, teamId: id, staffGroupId: id }
  return zOwner.safeParse(named).data
}

interface RaisePanelProps {
  readonly record: TalkRecord
  readonly onClose: () => void
}

/** Raises what a talk found as needs of a team, a group, the school or the person it is about. */
export function RaisePanel(props: RaisePanelProps) {
  const choices = useRead('needs.choices', {})
  return <ReadState read={choices}>{(known) => <RaiseForm {...props} choices={known} />}</ReadState>
}

function RaiseForm({ record, onClose, choices }: RaisePanelProps & { choices: OutputFor<'needs.choices'> }) {
  const { talk } = record
  const person = 'personId' in talk ? `person ${talk.personId}` : undefined
  const team = talk.kind === 'meeting' && talk.teamId !== null ? `team ${talk.teamId}` : undefined
  const form = useZodForm(zRaiseForm, {
    owner: person ?? team ?? 'school',
    needs: foundNeeds(talk).map((need, index) => ({ ...need, isTaken: index < 3 })),
  })
  const raise = useWrite('talks.raise', {
    saved: ({ raised, already }) =>
      `${plural(raised, 'need', 'needs')} raised${already === 0 ? '' : `, ${already} there already`}`,
  })
  const owners = [
    ...(person === undefined ? [] : [{ value: person, title: record.personName ?? '' }]),
    { value: 'school', title: 'The whole school' },
    ...choices.teams.map(({ id, name }) => ({ value: `team ${id}`, title: name, note: 'Team' })),
    ...choices.groups.map(({ id, name }) => ({ value: `postFamily ${id}`, title: name, note: 'Staff group' })),
  ]
  return (
    <Form
      form={form}
      label="Raise needs"
      onSubmit={({ owner, needs }) =>
        raise.send({
          id: record.id,
          owner: ownerOf(owner) ?? { kind: 'school' },
          needs: needs.filter(({ isTaken }) => isTaken),
        })
      }
      onSaved={onClose}
    >
      <Select name="owner" label="Whose need it is" isRequired options={owners} />
      {foundNeeds(talk).map(({ title }, index) => (
        <FormPart key={`${title} ${index}`} title={title}>
          <CheckBox name={`needs.${index}.isTaken`} label="Raise this" />
          <NeedFields index={index} />
        </FormPart>
      ))}
      <FormActions submit="Raise these needs">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

/** The fields of a need that is to be raised; of one that is not, none. */
function NeedFields({ index }: { readonly index: number }) {
  const isTaken: unknown = useWatch({ name: `needs.${index}.isTaken` })
  if (isTaken !== true) return null
  return (
    <>
      <TextField name={`needs.${index}.title`} label="Need" isRequired />
      <TextField name={`needs.${index}.impactOnPupils`} label="What pupils would gain" />
      <ImportanceField name={`needs.${index}.importance`} />
      <DateField name={`needs.${index}.dueOn`} label="By" />
    </>
  )
}
