import { useFormContext } from 'react-hook-form'
import { ComboBox } from '../../../components/fields/combo-box'
import { useRead } from '../../../lib/contract-client'
import type { RequestFormInput } from '../lib/request-form'

/** The need that it serves: of the person who asks, or of a team, a group or the school. */
export function NeedField() {
  const { watch } = useFormContext<RequestFormInput>()
  const personId = watch('personId')
  const read = useRead('needs.list', { state: 'open' })
  const fitting = (read.data?.needs ?? []).filter(({ owner }) => owner.kind !== 'person' || owner.id === personId)
  if (fitting.length === 0 && watch('needId') === null) return null
  return (
    <ComboBox
      name="needId"
      label="Need that it serves"
      hint="It is planned once the request is booked"
      options={fitting.map(({ id, title, owner }) => ({ value: id, title, note: owner.name }))}
    />
  )
}
