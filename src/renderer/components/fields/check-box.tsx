import { Check } from 'lucide-react'
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, firstInput, type Controlled, type FieldBase, type Option } from './field-types'
import { optionalMark } from './text-field'
import './check-box.css'

function CheckInput({ registerInput, ...props }: FieldBase & Controlled<boolean | null | undefined>) {
  return (
    <AriaCheckbox
      className="check"
      ref={firstInput(registerInput)}
      isSelected={props.value ?? false}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <CheckMark />
      <span className="check-words">
        {props.label}
        {props.hint !== undefined && <small>{props.hint}</small>}
        {props.error !== undefined && <span className="field-error">{props.error}</span>}
      </span>
    </AriaCheckbox>
  )
}

function CheckMark() {
  return (
    <span className="check-mark" aria-hidden="true">
      <Check />
    </span>
  )
}

/** Yes or no, kept when the form is saved. For something that happens at once use `Switch`. */
export const CheckBox = bindField<boolean | null | undefined, FieldBase>(CheckInput)

export interface CheckBoxGroupProps extends FieldBase {
  readonly options: readonly Option[]
}

type Chosen = readonly string[] | null | undefined

function CheckGroupInput({ registerInput, ...props }: CheckBoxGroupProps & Controlled<Chosen>) {
  return (
    <AriaCheckboxGroup
      ref={firstInput(registerInput)}
      className={fieldClass('full')}
      validationBehavior="aria"
      value={[...(props.value ?? [])]}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
    >
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <FieldProblem>{props.error}</FieldProblem>
      <div className="check-list">
        {props.options.map((option) => (
          <AriaCheckbox key={option.value} value={option.value} className="check">
            <CheckMark />
            <span className="check-words">
              {option.title}
              {option.note !== undefined && <small>{option.note}</small>}
            </span>
          </AriaCheckbox>
        ))}
      </div>
    </AriaCheckboxGroup>
  )
}

/** Any number of a short list; the value is the list of chosen values. */
export const CheckBoxGroup = bindField<Chosen, CheckBoxGroupProps>(CheckGroupInput)
