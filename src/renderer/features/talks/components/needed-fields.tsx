import { useController, type FieldValues } from 'react-hook-form'
import { importanceNames } from '../../../../shared/features/needs/words'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { FormPart, FormRow } from '../../../components/form'
import { usePeopleOptions } from '../../../lib/use-people'
import { ComboBox } from '../../../components/fields/combo-box'
import { Lines } from './lines'

const importanceOptions = Object.entries(importanceNames).map(([value, title]) => ({ value, title }))

/** Whom a talk is about, who holds it and when. */
export function TwoPeople({ withHint }: { readonly withHint: string }) {
  const people = usePeopleOptions()
  return (
    <>
      <FormRow>
        <ComboBox name="personId" label="Colleague" isRequired options={people} />
        <ComboBox name="withPersonId" label="With" hint={withHint} isRequired options={people} />
      </FormRow>
      <DateField name="heldOn" label="Day" isRequired />
    </>
  )
}

/** Who does what by when. */
export function PromiseLines({ title }: { readonly title: string }) {
  return (
    <FormPart title={title}>
      <Lines name="promises" one="Promise" empty={{ what: '', who: null, byOn: null }}>
        {(at) => (
          <>
            <TextField name={`${at}what`} label="What" isRequired />
            <TextField name={`${at}who`} label="Who" saysOptional={false} />
            <DateField name={`${at}byOn`} label="By" saysOptional={false} />
          </>
        )}
      </Lines>
    </FormPart>
  )
}

/** Needs as they are written down, before they are raised. */
export function FoundNeedLines() {
  return (
    <FormPart title="Needs that both agree to">
      <p className="muted">They are raised, and agreed, when you record that both agree to this review.</p>
      <Lines name="needs" one="Need" empty={{ title: '', impactOnPupils: null, importance: 2, dueOn: null }}>
        {(at) => (
          <>
            <TextField name={`${at}title`} label="Need" isRequired />
            <TextField name={`${at}impactOnPupils`} label="What pupils would gain" saysOptional={false} />
            <ImportanceField name={`${at}importance`} />
            <DateField name={`${at}dueOn`} label="By" saysOptional={false} />
          </>
        )}
      </Lines>
    </FormPart>
  )
}

/** How important a need is. */
export function ImportanceField({ name }: { readonly name: string }) {
  const { field } = useController<FieldValues>({ name })
  return (
    <Select
      label="How important"
      options={importanceOptions}
      value={String(field.value ?? 2)}
      onChange={(next) => field.onChange(Number(next ?? 2))}
    />
  )
}

interface WordsProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
}

/** A long answer. */
export function Words({ name, label, hint, rows = 3 }: WordsProps) {
  return <TextArea name={name} label={label} rows={rows} {...(hint !== undefined && { hint })} />
}
