import { useEffect } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Keeps a form that stays open in step with what is kept: after an undo, or a save elsewhere, it shows the new values,
 * unless the person has typed something that is not saved yet.
 */
export function useFollow<I extends FieldValues, O>(form: UseFormReturn<I, unknown, O>, kept: object): void {
  const { isDirty } = form.formState
  const text = JSON.stringify(kept)
  useEffect(() => {
    // What was kept came from this form's own fields, so it has their shape.
    if (!isDirty) form.reset(JSON.parse(text) as DefaultValues<I>)
  }, [form, isDirty, text])
}
