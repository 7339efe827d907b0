import { Switch as AriaSwitch } from 'react-aria-components'
import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import './check-box.css'

function SwitchInput(props: FieldBase & Controlled<boolean | null | undefined>) {
  return (
    <AriaSwitch
      className="switch"
      isSelected={props.value ?? false}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="switch-track" aria-hidden="true" />
      <span className="check-words">
        {props.label}
        {props.hint !== undefined && <small>{props.hint}</small>}
      </span>
    </AriaSwitch>
  )
}

/** On or off, at once. */
export const Switch = bindField<boolean | null | undefined, FieldBase>(SwitchInput)
