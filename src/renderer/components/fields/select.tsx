import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, type Controlled, type FieldBase, type Option } from './field-types'
import { withKept } from './kept-option'
import { optionalMark } from './text-field'
import './select.css'
import '../popover.css'

export interface SelectProps extends FieldBase {
  readonly options: readonly Option[]
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
  /** Words for "none of them"; offered as the first choice and gives null. */
  readonly noneTitle?: string
}

type Chosen = string | null | undefined
const noneKey = '\u0000none'

function SelectInput({ registerInput, ...props }: SelectProps & Controlled<Chosen>) {
  const { noneTitle, value } = props
  const options = withKept(props.options, value)
  const all = noneTitle === undefined ? options : [{ value: noneKey, title: noneTitle }, ...options]
  return (
    <AriaSelect
      className={fieldClass(props.width)}
      validationBehavior="aria"
      value={
        value === undefined || value === null || value === '' ? (noneTitle === undefined ? null : noneKey) : value
      }
      onChange={(key) => props.onChange(key === noneKey || key === null ? null : String(key))}
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onBlur?.())}
      isInvalid={props.error !== undefined}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      placeholder={props.placeholder ?? 'Choose one'}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
    >
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <Button className="control select-button" ref={registerInput}>
        <SelectValue className="select-value">
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <FieldProblem>{props.error}</FieldProblem>
      <Popover className="popover popover-list">
        <ListBox items={all.map((option) => ({ ...option, id: option.value }))} className="options">
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.title} className="option">
              <span>{option.title}</span>
              {option.note !== undefined && <small>{option.note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** One of a short list. For more than about fifteen use `ComboBox`. */
export const Select = bindField<Chosen, SelectProps>(SelectInput)
