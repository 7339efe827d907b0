import { useCallback, useContext, useEffect, useRef, type ComponentType } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { FormLabels, useFormLabel } from './form-labels'
import type { Controlled, FieldBase } from './field-types'
import { afterPress } from '../../lib/after-press'
import { fieldMessage } from '../../lib/field-message'

/** Inside a `Form`: the name of the value, e.g. `feePence` or `posts.0.startsOn`. */
export interface Named {
  readonly name: string
  readonly value?: undefined
  readonly onChange?: undefined
}

export interface Alone<V> extends Controlled<V> {
  readonly name?: undefined
}

/**
 * Gives a controlled input its second form: with `name` it takes its value, its error and its focus from the form
 * around it (react-hook-form); without, the caller holds the value.
 */
export function bindField<V, P extends FieldBase>(
  Input: ComponentType<P & Controlled<V>>,
): ComponentType<P & (Named | Alone<V>)> {
  function BoundField(props: P & Named) {
    const { control, getFieldState, clearErrors } = useFormContext()
    const { field, fieldState } = useController({ name: props.name, control })
    // A press that takes this field's row away ends the row before its blur is told: told then, it would come back.
    const isHere = useRef(true)
    useEffect(() => {
      isHere.current = true
      return () => {
        isHere.current = false
      }
    }, [])
    useFormLabel(props.name, props.label)
    const unread = useContext(FormLabels)?.unread
    const { name } = props
    const tellUnread = useCallback(
      (problem: string | undefined) => {
        if (problem === undefined) unread?.delete(name)
        else unread?.set(name, problem)
      },
      [unread, name],
    )
    // What the file refused stands until the value is another one: the schema alone would find nothing wrong with it.
    const isRefused = () => getFieldState(name).error?.type === 'server'
    const leave = () => {
      if (isHere.current && !isRefused()) field.onBlur()
    }
    const change = (value: V) => {
      if (isRefused()) clearErrors(name)
      field.onChange(value)
    }
    return (
      <Input
        {...props}
        value={field.value as V}
        onChange={change}
        onBlur={() => afterPress(leave)}
        registerInput={field.ref}
        tellUnread={tellUnread}
        error={fieldMessage(fieldState.error)}
        marksOptional
      />
    )
  }
  return function Field(props: P & (Named | Alone<V>)) {
    return isNamed(props) ? <BoundField {...props} /> : <Input {...(props as P & Alone<V>)} />
  }
}

function isNamed<P, V>(props: P & (Named | Alone<V>)): props is P & Named {
  return props.name !== undefined
}
