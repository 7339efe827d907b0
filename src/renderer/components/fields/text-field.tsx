import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, type Controlled, type FieldBase } from './field-types'

export interface TextFieldProps extends FieldBase {
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  readonly placeholder?: string
  /** Drawn inside the frame, before or after what is typed. */
  readonly prefix?: string
  readonly suffix?: string
}

type Text = string | null | undefined

function TextInput({ registerInput, ...props }: TextFieldProps & Controlled<Text>) {
  const input = (
    <Input
      ref={registerInput}
      className="control"
      autoComplete="off"
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
    />
  )
  return (
    <AriaTextField {...ariaProps(props)} type={props.type ?? 'text'}>
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      {props.prefix === undefined && props.suffix === undefined ? (
        input
      ) : (
        <div className="control-group">
          {props.prefix !== undefined && <span className="control-affix">{props.prefix}</span>}
          {input}
          {props.suffix !== undefined && <span className="control-affix control-affix-end">{props.suffix}</span>}
        </div>
      )}
      <FieldProblem>{props.error}</FieldProblem>
    </AriaTextField>
  )
}

/** One line of text. */
export const TextField = bindField<Text, TextFieldProps>(TextInput)

export interface TextAreaProps extends FieldBase {
  readonly rows?: number
}

function TextAreaInput({ registerInput, ...props }: TextAreaProps & Controlled<Text>) {
  return (
    <AriaTextField {...ariaProps(props)}>
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <AriaTextArea ref={registerInput} className="control" rows={props.rows ?? 4} />
      <FieldProblem>{props.error}</FieldProblem>
    </AriaTextField>
  )
}

/** Several lines of text. */
export const TextArea = bindField<Text, TextAreaProps>(TextAreaInput)

/** True when the field should say "(optional)". */
export function optionalMark(props: FieldBase & { readonly marksOptional?: boolean }): boolean {
  return props.marksOptional === true && props.isRequired !== true && props.saysOptional !== false
}

/** What every text-like field passes to react-aria; the browser's own validation bubbles stay off. */
export function ariaProps(props: FieldBase & Controlled<Text>) {
  return {
    className: fieldClass(props.width),
    validationBehavior: 'aria' as const,
    value: props.value ?? '',
    onChange: props.onChange,
    isInvalid: props.error !== undefined,
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
    ...(props.autoFocus === true ? { autoFocus: true } : {}),
  }
}
