import { useEffect, useState, type ReactNode } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { afterPress } from '../../lib/after-press'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, type Controlled, type FieldBase } from './field-types'
import { optionalMark } from './text-field'

/** What was read from what was typed: a value, nothing, or the very text that could not be read. */
export type Typed<T> = T | string | null | undefined

export interface ParsedInputProps<T> extends FieldBase, Controlled<Typed<T>> {
  /** Reads the text; undefined when it is not a value. Never guesses. */
  readonly parse: (text: string) => T | undefined
  /** How a value reads when nobody is typing. */
  readonly format: (value: T) => string
  readonly isValue: (value: Typed<T>) => value is T
  /** The sentence for text that cannot be read; it may look at the text to say what is missing. */
  readonly problem: string | ((text: string) => string)
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
  readonly placeholder?: string
  readonly align?: 'right'
  readonly before?: ReactNode
  readonly after?: ReactNode
}

/**
 * A text box that stands for a value of another kind. The person may type it in any usual way; it is set in its usual
 * form when they leave. What cannot be read stays as it was typed, is marked, and is given to the form as that text, so
 * that a form can never save an earlier value in its place.
 */
export function ParsedInput<T>({ registerInput, ...props }: ParsedInputProps<T>) {
  const { value, format, isValue, onChange, parse, tellUnread } = props
  const asText = isValue(value) ? format(value) : (value ?? '').toString()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? asText

  const change = (next: string) => {
    setTyped(next)
    onChange(next.trim() === '' ? null : (parse(next) ?? next))
  }
  const leave = () => {
    props.onBlur?.()
    afterPress(() => setTyped(undefined))
  }
  const isUnread = text.trim() !== '' && parse(text) === undefined
  const problem = typeof props.problem === 'string' ? props.problem : props.problem(text)
  useEffect(() => {
    tellUnread?.(isUnread ? problem : undefined)
    return () => tellUnread?.(undefined)
  }, [tellUnread, isUnread, problem])
  // While the person is still typing, only what was said before is said.
  const error = isUnread && (typed === undefined || props.error !== undefined) ? problem : props.error
  return (
    <AriaTextField
      className={fieldClass(props.width)}
      validationBehavior="aria"
      value={text}
      onChange={change}
      onBlur={leave}
      isInvalid={error !== undefined}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
    >
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <div className="control-group">
        {props.before}
        <Input
          ref={registerInput}
          className={props.align === 'right' ? 'control control-number' : 'control'}
          inputMode={props.inputMode ?? 'text'}
          autoComplete="off"
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
        {props.after}
      </div>
      <FieldProblem>{error}</FieldProblem>
    </AriaTextField>
  )
}
