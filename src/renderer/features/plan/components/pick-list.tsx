import { X } from 'lucide-react'
import { useController } from 'react-hook-form'
import { IconButton } from '../../../components/button'
import { ComboBox } from '../../../components/fields/combo-box'
import type { Option } from '../../../components/fields/field-types'
import { useFormLabel } from '../../../components/fields/form-labels'
import { announce } from '../../../lib/announcer'
import type { LineForm } from '../lib/line-form'

interface PickListProps {
  readonly name: 'personIds' | 'needIds'
  readonly label: string
  /** What the box says in which one more is found. */
  readonly adds: string
  readonly hint?: string
  /** All that can be chosen, and all that is. */
  readonly options: readonly Option[]
}

/** Some of many: each that is chosen with a way to leave it out, and a box to find one more by any part of its words. */
export function PickList({ name, label, adds, hint, options }: PickListProps) {
  const { field } = useController<LineForm, PickListProps['name']>({ name })
  useFormLabel(name, label)
  const chosen: readonly string[] = field.value ?? []
  const add = (id: string | null | undefined) => {
    if (id === null || id === undefined || chosen.includes(id)) return
    field.onChange([...chosen, id])
    announce(`${options.find(({ value }) => value === id)?.title ?? ''} added`)
  }
  return (
    <div role="group" aria-label={label} className="plan-pick">
      {chosen.length > 0 && (
        <ul className="plain-list">
          {chosen.map((id) => {
            const option = options.find(({ value }) => value === id)
            const title = option?.title ?? 'Not known any more'
            return (
              <li key={id}>
                <span>
                  {title}
                  {option?.note !== undefined && <small>{option.note}</small>}
                </span>
                <IconButton
                  label={`Leave out ${title}`}
                  icon={<X aria-hidden="true" />}
                  onPress={() => field.onChange(chosen.filter((other) => other !== id))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <ComboBox
        label={adds}
        {...(hint !== undefined && { hint })}
        value={null}
        onChange={add}
        options={options.filter(({ value }) => !chosen.includes(value))}
      />
    </div>
  )
}
