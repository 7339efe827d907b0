import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, firstInput, type Controlled, type FieldBase, type Option } from './field-types'
import { optionalMark } from './text-field'
import './check-box.css'

export interface RadioGroupProps extends FieldBase {
  readonly options: readonly Option[]
  /** Beside each other: for two or three short words. */
  readonly across?: boolean
}

type Chosen = string | null | undefined

function RadioInput({ registerInput, ...props }: RadioGroupProps & Controlled<Chosen>) {
  return (
    <AriaRadioGroup
      ref={firstInput(registerInput)}
      className={fieldClass('full')}
      validationBehavior="aria"
      value={props.value ?? null}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <FieldProblem>{props.error}</FieldProblem>
      <div className={props.across === true ? 'radio-across' : ''}>
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} className="radio">
            <span className="radio-mark" aria-hidden="true" />
            <span className="radio-words">
              {option.title}
              {option.note !== undefined && <small>{option.note}</small>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}

/** One of a few, all of them in sight. */
export const RadioGroup = bindField<Chosen, RadioGroupProps>(RadioInput)
