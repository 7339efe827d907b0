import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { Failure, Result } from '../../shared/kernel/result'
import { fieldMessage } from '../lib/field-message'
import { Button, LinkButton } from './button'
import type { Draft } from './draft'
import { ErrorSummary, labelOf, problemsOf, type Problem } from './error-summary'
import { FormLabels, formWords } from './fields/form-labels'
import './form.css'

/** A schema whose input and output are plain records. */
export type FormSchema = z.ZodType<FieldValues, FieldValues>

/**
 * Values to start with. Every field of the schema has to be named, so that one added later cannot be forgotten here and
 * then be saved as empty over what is kept; a field that is still to be filled in is null.
 */
export type StartValues<S extends FormSchema> = { readonly [K in keyof z.input<S>]-?: z.input<S>[K] | null }

export type ZodForm<S extends FormSchema> = UseFormReturn<z.input<S>, unknown, z.output<S>>

/** A form checked by a zod schema; the submitted values are the schema's output, its transforms applied. */
export function useZodForm<S extends FormSchema>(schema: S, start: StartValues<S>): ZodForm<S> {
  return useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema),
    // Null stands for "not filled in yet": the schema refuses it when the field is needed.
    defaultValues: start as DefaultValues<z.input<S>>,
    shouldFocusError: false,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
  })
}

export interface FormProps<I extends FieldValues, O extends FieldValues, T> {
  readonly form: UseFormReturn<I, unknown, O>
  /** Sends the values; a failure's `fields` go beside the fields, its sentence on top. */
  readonly onSubmit: (values: O) => Promise<Result<T>>
  readonly onSaved?: (value: T) => void
  /** From `useDraft`: forgotten when the save has worked. */
  readonly draft?: Draft
  readonly label?: string
  readonly children: ReactNode
}

/** A form that puts every refusal where the person can see and reach it; the summary takes the focus. */
export function Form<I extends FieldValues, O extends FieldValues, T>(props: FormProps<I, O, T>) {
  const { form, draft } = props
  const summary = useRef<HTMLElement>(null)
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) summary.current?.focus()
  }, [refusals])
  const [words] = useState(formWords)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const show = (next: readonly Problem[], why: Failure | undefined) => {
    setProblems(next)
    setFailure(why)
    setRefusals((count) => count + 1)
  }
  const isSending = useRef(false)
  const submit = form.handleSubmit(
    async (values) => {
      const result = await props.onSubmit(values)
      if (!result.ok) return show(refuse(form, result, words.labels), result)
      setFailure(undefined)
      setProblems([])
      await draft?.clear()
      props.onSaved?.(result.value)
    },
    (errors) => show(problemsOf(errors, words), undefined),
  )
  const isShown = problems.length > 0 || failure !== undefined
  return (
    <FormProvider {...form}>
      <FormLabels value={words}>
        <form
          className="form"
          aria-label={props.label}
          noValidate
          onSubmit={(event) => void once(isSending, event, submit)}
        >
          {isShown && (
            <ErrorSummary
              ref={summary}
              problems={problems}
              failure={failure}
              onGo={(path) => form.setFocus(path as Parameters<typeof form.setFocus>[0])}
            />
          )}
          {props.children}
        </form>
      </FormLabels>
    </FormProvider>
  )
}

/**
 * Submits unless that is under way already: a double click arrives before any button can say that it is busy, and would
 * make the record twice.
 */
async function once(
  isSending: RefObject<boolean>,
  event: FormEvent,
  submit: (event: FormEvent) => Promise<void>,
): Promise<void> {
  event.preventDefault()
  if (isSending.current) return
  isSending.current = true
  try {
    await submit(event)
  } finally {
    isSending.current = false
  }
}

/** Puts main's refusal beside the fields it names. */
function refuse<I extends FieldValues, O extends FieldValues>(
  form: UseFormReturn<I, unknown, O>,
  failure: Failure,
  labels: ReadonlyMap<string, string>,
): readonly Problem[] {
  const known = (failure.fields ?? []).filter((field) => labels.has(field.path))
  return known.map((field) => {
    const text = fieldMessage({ message: field.code }, failure.facts) ?? ''
    form.setError(field.path as Parameters<typeof form.setError>[0], { type: 'server', message: text })
    return { path: field.path, label: labelOf(labels, field.path), text }
  })
}

/** Fields beside each other where there is room. */
export function FormRow({ children }: { readonly children: ReactNode }) {
  return <div className="form-row">{children}</div>
}

/** A named group of fields in a longer form. */
export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

export interface FormActionsProps {
  /** Says what it does: "Save the provider". */
  readonly submit: string
  readonly isBusy?: boolean
  readonly cancelTo?: string
  readonly onCancel?: () => void
  /** Quiet for a form that is not the page's main business. */
  readonly kind?: 'primary' | 'plain'
  readonly children?: ReactNode
}

/** The row of buttons at the end of a form; Cancel keeps the draft. */
export function FormActions({ submit, isBusy, cancelTo, onCancel, kind = 'primary', children }: FormActionsProps) {
  return (
    <div className="form-actions">
      <Button kind={kind} type="submit" isBusy={isBusy ?? false}>
        {submit}
      </Button>
      {cancelTo !== undefined && (
        <LinkButton kind="quiet" to={cancelTo}>
          Cancel
        </LinkButton>
      )}
      {onCancel !== undefined && (
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      )}
      {children}
    </div>
  )
}
